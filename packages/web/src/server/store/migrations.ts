import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { protectFromChange } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Names are never reused or reordered; a change to the schema is a new entry at the end. */
const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-first-tables': {
    async up(db) {
      await db.schema
        .createTable('cases')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('message', 'text')
        .addColumn('received', 'text', (column) => column.notNull())
        .addColumn('standard', 'text', (column) => column.notNull())
        .addColumn('agency_profile', 'text')
        .addColumn('digest', 'text')
        .addColumn('check_id', 'text')
        .addColumn('score_id', 'text')
        .execute();
      await db.schema
        .createTable('case_files')
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('size', 'bigint', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('format', 'text')
        .addColumn('pages', 'integer')
        .addColumn('unreadable', 'text')
        .addColumn('refused', 'text')
        .addPrimaryKeyConstraint('case_files_key', ['case_id', 'name'])
        .execute();
      await db.schema.createIndex('case_files_sha256').on('case_files').column('sha256').execute();
      await db.schema
        .createTable('extractions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('extraction', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('checks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('extraction_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('as_of', 'text', (column) => column.notNull())
        .addColumn('pack_id', 'text', (column) => column.notNull())
        .addColumn('pack_hash', 'text', (column) => column.notNull())
        .addColumn('findings', 'text', (column) => column.notNull())
        .addColumn('not_checked', 'text', (column) => column.notNull())
        .addColumn('timeline', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('scores')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('check_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('standard', 'text', (column) => column.notNull())
        .addColumn('result', 'text', (column) => column.notNull())
        .addColumn('changed', 'text')
        .execute();
      await db.schema
        .createTable('corrections')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('origin', 'text', (column) => column.notNull())
        .addColumn('was', 'text')
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('by_whom', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('withdrawn_at', 'text')
        .execute();
      await db.schema
        .createTable('rulings')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('item', 'text', (column) => column.notNull())
        .addColumn('finding', 'text', (column) => column.notNull())
        .addColumn('verdict', 'text', (column) => column.notNull())
        .addColumn('points', 'double precision')
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('by_whom', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('withdrawn_at', 'text')
        .execute();
      await db.schema
        .createTable('jobs')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('lease', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('created', 'text', (column) => column.notNull())
        .execute();
      for (const table of ['extractions', 'checks', 'scores', 'corrections', 'rulings', 'jobs']) {
        await db.schema.createIndex(`${table}_case`).on(table).column('case_id').execute();
      }
      await db.schema.createIndex('jobs_queue').on('jobs').columns(['state', 'position']).execute();
      await db.schema
        .createTable('log')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('object', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('previous', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute();
      await protectFromChange(db, 'log');
    },
  },
  '2026-11-packs-chosen': {
    async up(db) {
      await db.schema.alterTable('checks').addColumn('pack_choice', 'text').execute();
    },
  },
  '2026-11-report-batches': {
    async up(db) {
      await db.schema
        .createTable('batches')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('organ', 'text')
        .addColumn('number', 'text')
        .addColumn('day', 'text', (column) => column.notNull())
        .addColumn('period_from', 'text')
        .addColumn('period_to', 'text')
        .addColumn('standard', 'text')
        .addColumn('units', 'text', (column) => column.notNull())
        .addColumn('created', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('batch_cases')
        .addColumn('batch_id', 'text', (column) => column.notNull().references('batches.id').onDelete('cascade'))
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addPrimaryKeyConstraint('batch_cases_key', ['batch_id', 'case_id'])
        .execute();
      await db.schema
        .createTable('report_phrases')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '2026-11-sealed-files': {
    async up(db) {
      await db.schema.alterTable('case_files').addColumn('locked', 'integer').execute();
      await db.schema
        .createTable('ledger_mappings')
        .addColumn('headings', 'text', (column) => column.primaryKey())
        .addColumn('mapping', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '2026-11-sheets-marked': {
    async up(db) {
      await db.schema
        .createTable('page_marks')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id').onDelete('cascade'))
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('page', 'integer', (column) => column.notNull())
        .addColumn('mark', 'text', (column) => column.notNull())
        .addColumn('kind', 'text')
        .addColumn('by_whom', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('withdrawn_at', 'text')
        .execute();
      await db.schema.createIndex('page_marks_case').on('page_marks').column('case_id').execute();
    },
  },
  '2026-11-stored-agencies': {
    async up(db) {
      await db.schema
        .createTable('agencies')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('profile', 'text', (column) => column.notNull())
        .addColumn('updated', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '2026-11-taken-under-standards': {
    async up(db) {
      await db.schema
        .alterTable('rulings')
        .addColumn('standard', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await db.schema.alterTable('rulings').addColumn('more', 'text').execute();
    },
  },
  '2026-11-waiting-for-files': {
    async up(db) {
      await db.schema.alterTable('cases').addColumn('expects', 'text').execute();
      await db
        .updateTable('cases')
        .set({ state: 'waiting' })
        .where('state', '=', 'queued')
        .where('id', 'not in', db.selectFrom('jobs').select('case_id').where('state', 'in', ['queued', 'running']))
        .execute();
    },
  },
};

/** Brings the schema to the newest state; throws, leaving the old one as it was, when a step fails. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
