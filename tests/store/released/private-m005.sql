PRAGMA application_id = 1312911409;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'private','m001_a_persons_own_check','2026-11-24 16:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'private','m002_what_is_typed_so_far','2026-11-24 16:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'private','m003_menus_that_were_not_there','2026-11-24 16:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'private','m004_sealed_and_received','2026-11-25 16:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'private','m005_answers_asked_again','2026-11-25 16:00:00.000000+00:00');
CREATE TABLE "accounts" (
   "audit" INTEGER NOT NULL REFERENCES "audits"("id") ON DELETE CASCADE,
   "id" TEXT NOT NULL,
   "platform" TEXT NOT NULL,
   "label" TEXT NOT NULL,
   "position" INTEGER NOT NULL,
   PRIMARY KEY ("audit", "id")
) STRICT;
INSERT INTO "accounts" VALUES(1,'a1','instagram','football',1);
CREATE TABLE "answers" (
   "audit" INTEGER NOT NULL REFERENCES "audits"("id") ON DELETE CASCADE,
   "account" TEXT NOT NULL,
   "check_id" TEXT NOT NULL,
   "answer" TEXT NOT NULL,
   PRIMARY KEY ("audit", "account", "check_id")
) STRICT;
INSERT INTO "answers" VALUES(1,'a1','instagram-private','done');
INSERT INTO "answers" VALUES(1,'together','pictures','later');
CREATE TABLE "answers_before" (
   "audit" INTEGER NOT NULL REFERENCES "audits"("id") ON DELETE CASCADE,
   "account" TEXT NOT NULL,
   "check_id" TEXT NOT NULL,
   "answer" TEXT NOT NULL,
   PRIMARY KEY ("audit", "account", "check_id")
) STRICT;
INSERT INTO "answers_before" VALUES(1,'a1','instagram-private','done');
CREATE TABLE "audits" (
   "id" INTEGER PRIMARY KEY,
   "began_on" TEXT NOT NULL,
   "finished_on" TEXT,
   "number" TEXT,
   "place" TEXT NOT NULL DEFAULT '',
   "name" TEXT,
   "role" TEXT,
   "kind" TEXT,
   "email" TEXT,
   "staff_number" TEXT,
   "online_in_job" INTEGER,
   "no_accounts" INTEGER NOT NULL DEFAULT 0,
   "later_by" TEXT,
   "seconds" REAL NOT NULL DEFAULT 0.0,
   "timed_stops" INTEGER NOT NULL DEFAULT 0
, "about_you" TEXT) STRICT;
INSERT INTO "audits" VALUES(1,'2026-11-24','2026-11-24','7F3A-91C2-04DE','certificate','Rosalind Ash','teaching-assistant','yearly','','',0,0,'2026-12-08',42.5,1,'{"name":"Rosa"}');
CREATE TABLE "issued" (
   "number" TEXT PRIMARY KEY,
   "finished_on" TEXT NOT NULL,
   "next_due" TEXT NOT NULL,
   "folder" TEXT NOT NULL,
   "signed" BLOB NOT NULL
) STRICT;
INSERT INTO "issued" VALUES('7F3A-91C2-04DE','2026-11-24','2027-11-24','certificates/7F3A-91C2-04DE',X'7369676E6564');
CREATE TABLE "looks" (
   "audit" INTEGER NOT NULL REFERENCES "audits"("id") ON DELETE CASCADE,
   "account" TEXT NOT NULL,
   "look" TEXT NOT NULL,
   "answer" TEXT NOT NULL,
   PRIMARY KEY ("audit", "account", "look")
) STRICT;
INSERT INTO "looks" VALUES(1,'a1','instagram-people','started');
CREATE TABLE "not_there" (
   "stop" TEXT,
   "device" TEXT,
   "noted_on" TEXT NOT NULL,
   PRIMARY KEY ("stop", "device")
) STRICT;
INSERT INTO "not_there" VALUES('instagram.audience','iphone','2026-11-24');
CREATE TABLE "outbox" (
   "number" TEXT PRIMARY KEY,
   "folder" TEXT NOT NULL,
   "file_name" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "tries" INTEGER NOT NULL,
   "queued_at" TEXT NOT NULL,
   "tried_at" TEXT,
   "sent_at" TEXT
, "content" BLOB, "sealed_for" TEXT) STRICT;
INSERT INTO "outbox" VALUES('7F3A-91C2-04DE','/school','00ff.nickaudit-sealed','waiting: folder gone',1,'2026-11-24T16:00:00+00:00','2026-11-24T16:00:00+00:00',NULL,X'7365616C6564','{"content":"","readers":[{"title":"the headteacher","name":"Ann Hill","key":"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk","receipt_key":"rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr"}],"recovery":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}');
CREATE TABLE "pages_read" (
   "audit" INTEGER NOT NULL REFERENCES "audits"("id") ON DELETE CASCADE,
   "page" TEXT NOT NULL,
   "read_on" TEXT NOT NULL,
   PRIMARY KEY ("audit", "page")
) STRICT;
INSERT INTO "pages_read" VALUES(1,'pupils','2026-11-24');
CREATE TABLE "preferences" (
   "name" TEXT PRIMARY KEY,
   "value" TEXT NOT NULL
) STRICT;
INSERT INTO "preferences" VALUES('text-size','150');
CREATE TABLE "receipts" (
   "number" TEXT PRIMARY KEY,
   "file_hash" TEXT NOT NULL,
   "received_on" TEXT NOT NULL,
   "receipt" BLOB NOT NULL
) STRICT;
INSERT INTO "receipts" VALUES('7F3A-91C2-04DE','abababababababababababababababababababababababababababababababab','2026-11-25',X'72656365697074');
CREATE TABLE "sealed" (
   "number" TEXT PRIMARY KEY,
   "content" BLOB NOT NULL,
   "sealed_for" TEXT NOT NULL
) STRICT;
INSERT INTO "sealed" VALUES('7F3A-91C2-04DE',X'7365616C6564','{"content":"","readers":[{"title":"the headteacher","name":"Ann Hill","key":"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk","receipt_key":"rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr"}],"recovery":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
COMMIT;
