-- Written by `npm run generate` from the declared tables; never edited after release.
ALTER TABLE "reference_entry" ADD COLUMN "least_months" INTEGER;
ALTER TABLE "reference_entry" ADD COLUMN "most_months" INTEGER;
ALTER TABLE "reference_entry" ADD COLUMN "life" INTEGER;
