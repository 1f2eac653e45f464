-- Written by `npm run generate` from the declared tables; never edited after release.
CREATE TABLE "name_segment" (
  "entity" TEXT NOT NULL,
  "segment" INTEGER NOT NULL,
  "change_number" INTEGER NOT NULL,
  "content" BLOB NOT NULL,
  PRIMARY KEY ("entity", "segment")
);
