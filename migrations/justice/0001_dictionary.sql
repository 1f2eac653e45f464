-- Written by `npm run generate` from the declared tables; never edited after release.
ALTER TABLE "case" ADD COLUMN "stage_since" TEXT;
ALTER TABLE "case" ADD COLUMN "open_defendants" INTEGER;
