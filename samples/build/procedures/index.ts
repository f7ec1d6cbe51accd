import { courtEarly } from './court-early.ts';
import { inspectionAlone } from './inspection-alone.ts';
import { licenceLate } from './licence-late.ts';
import { seizureLate } from './seizure-late.ts';
import type { ProcedureCase } from './sheets.ts';

/** Invented files of the other case types. */
export const procedureCases: readonly ProcedureCase[] = [licenceLate, seizureLate, courtEarly, inspectionAlone];
