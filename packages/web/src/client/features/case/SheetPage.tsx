import type { CaseDetail } from '../../../server/contract/index.ts';
import type { Anchor } from './createCase.ts';
import { PdfPage } from './viewer/PdfPage.tsx';
import { PicturePage } from './viewer/PicturePage.tsx';
import { TextPage } from './viewer/TextPage.tsx';

interface Props {
  readonly caseId: string;
  readonly file: CaseDetail['files'][number];
  readonly number: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly marks: readonly Anchor[];
  readonly calm: boolean;
  /** Told once the words of a page of text stand. */
  readonly onRead?: () => void;
}

/** One page of a file in the way its format is shown. */
export function SheetPage(props: Props) {
  const shared = { caseId: props.caseId, fileId: props.file.id, number: props.number };
  switch (props.file.format) {
    case 'pdf':
      return <PdfPage {...shared} size={props.size} width={props.width} marks={props.marks} calm={props.calm} />;
    case 'ofd':
    case 'image':
      return (
        <PicturePage {...shared} format={props.file.format} width={props.width} marks={props.marks} calm={props.calm} />
      );
    default:
      return <TextPage {...shared} width={props.width} marks={props.marks} onRead={() => props.onRead?.()} />;
  }
}
