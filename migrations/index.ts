import { Migration20261122000100_database_open } from './Migration20261122000100_database_open.ts';
import { Migration20261122000200_identity_create } from './Migration20261122000200_identity_create.ts';
import { Migration20261122000300_access_create } from './Migration20261122000300_access_create.ts';
import { Migration20261122000400_access_walls } from './Migration20261122000400_access_walls.ts';
import { Migration20261122000500_record_create } from './Migration20261122000500_record_create.ts';
import { Migration20261122000600_audit_create } from './Migration20261122000600_audit_create.ts';
import { Migration20261122000700_ingest_create } from './Migration20261122000700_ingest_create.ts';
import { Migration20261122000800_audit_seal } from './Migration20261122000800_audit_seal.ts';
import { Migration20261122000900_identity_sign_in } from './Migration20261122000900_identity_sign_in.ts';
import { Migration20261122001000_duplicate_tests_create } from './Migration20261122001000_duplicate_tests_create.ts';
import { Migration20261122001050_cds_clients_create } from './Migration20261122001050_cds_clients_create.ts';
import { Migration20261122001070_test_figures_create } from './Migration20261122001070_test_figures_create.ts';
import { Migration20261122001080_identity_directory } from './Migration20261122001080_identity_directory.ts';
import { Migration20261122001090_jobs_create } from './Migration20261122001090_jobs_create.ts';
import { Migration20261122001100_tasks_create } from './Migration20261122001100_tasks_create.ts';
import { Migration20261122001110_home_create } from './Migration20261122001110_home_create.ts';
import { Migration20261122001120_identity_cover } from './Migration20261122001120_identity_cover.ts';
import { Migration20261122001200_messaging_create } from './Migration20261122001200_messaging_create.ts';
import { Migration20261122001210_messaging_send } from './Migration20261122001210_messaging_send.ts';
import { Migration20261122001220_messaging_functions } from './Migration20261122001220_messaging_functions.ts';
import { Migration20261122001230_messaging_release } from './Migration20261122001230_messaging_release.ts';
import { Migration20261122001300_notifications_create } from './Migration20261122001300_notifications_create.ts';
import { Migration20261122001310_delivery_follow } from './Migration20261122001310_delivery_follow.ts';
import { Migration20261122001320_task_notices } from './Migration20261122001320_task_notices.ts';
import { Migration20261122001350_access_end_expired } from './Migration20261122001350_access_end_expired.ts';
import { Migration20261122001400_survivorship_create } from './Migration20261122001400_survivorship_create.ts';
import { Migration20261122001520_demo_dates } from './Migration20261122001520_demo_dates.ts';

/** In order. Listed by name so that the bundled server finds them without a folder scan. */
export const migrations = [
  Migration20261122000100_database_open,
  Migration20261122000200_identity_create,
  Migration20261122000300_access_create,
  Migration20261122000400_access_walls,
  Migration20261122000500_record_create,
  Migration20261122000600_audit_create,
  Migration20261122000700_ingest_create,
  Migration20261122000800_audit_seal,
  Migration20261122000900_identity_sign_in,
  Migration20261122001000_duplicate_tests_create,
  Migration20261122001050_cds_clients_create,
  Migration20261122001070_test_figures_create,
  Migration20261122001080_identity_directory,
  Migration20261122001090_jobs_create,
  Migration20261122001100_tasks_create,
  Migration20261122001110_home_create,
  Migration20261122001120_identity_cover,
  Migration20261122001200_messaging_create,
  Migration20261122001210_messaging_send,
  Migration20261122001220_messaging_functions,
  Migration20261122001230_messaging_release,
  Migration20261122001300_notifications_create,
  Migration20261122001310_delivery_follow,
  Migration20261122001320_task_notices,
  Migration20261122001350_access_end_expired,
  Migration20261122001400_survivorship_create,
  Migration20261122001520_demo_dates,
];
