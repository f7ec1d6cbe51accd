import { Route, Router } from '@solidjs/router';
import { ErrorBoundary, lazy } from 'solid-js';
import { render } from 'solid-js/web';
import './base.css';
import { Broken } from './parts/Broken.tsx';

const ListPage = lazy(() => import('./features/cases/ListPage.tsx'));
const CasePage = lazy(() => import('./features/case/CasePage.tsx'));
const SheetPage = lazy(() => import('./features/sheet/SheetPage.tsx'));
const ComparePage = lazy(() => import('./features/compare/ComparePage.tsx'));
const StandardsPage = lazy(() => import('./features/standards/StandardsPage.tsx'));
const CoveragePage = lazy(() => import('./features/law/CoveragePage.tsx'));
const DaysPage = lazy(() => import('./features/days/DaysPage.tsx'));
const BatchesPage = lazy(() => import('./features/batches/BatchesPage.tsx'));
const BatchPage = lazy(() => import('./features/batches/BatchPage.tsx'));
const PhrasesPage = lazy(() => import('./features/batches/PhrasesPage.tsx'));
const AgenciesPage = lazy(() => import('./features/agency/AgenciesPage.tsx'));
const AgencyPage = lazy(() => import('./features/agency/AgencyPage.tsx'));
const RulesPage = lazy(() => import('./features/rules/RulesPage.tsx'));

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
render(
  () => (
    <ErrorBoundary fallback={(error: unknown, reset) => <Broken error={error} reset={reset} />}>
      <Router>
        <Route path="/" component={ListPage} />
        <Route path="/cases/:id" component={CasePage} />
        <Route path="/cases/:id/sheet" component={SheetPage} />
        <Route path="/cases/:id/compare" component={ComparePage} />
        <Route path="/standards" component={StandardsPage} />
        <Route path="/standards/:id" component={StandardsPage} />
        <Route path="/coverage" component={CoveragePage} />
        <Route path="/days" component={DaysPage} />
        <Route path="/batches" component={BatchesPage} />
        <Route path="/batches/:id" component={BatchPage} />
        <Route path="/report-phrases" component={PhrasesPage} />
        <Route path="/agencies" component={AgenciesPage} />
        <Route path="/agencies/:id" component={AgencyPage} />
        <Route path="/rules" component={RulesPage} />
        <Route path="/rules/:id" component={RulesPage} />
        <Route path="*" component={ListPage} />
      </Router>
    </ErrorBoundary>
  ),
  root,
);
