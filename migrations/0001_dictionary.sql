-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "preference" (
  "account_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("account_id", "name")
);
CREATE TABLE "saved_view" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "account_id" TEXT NOT NULL,
  "entity" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "shared" INTEGER NOT NULL,
  "view" TEXT NOT NULL
);
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" ("account_id", "entity", "name");
