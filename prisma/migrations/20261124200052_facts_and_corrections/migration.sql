-- AlterTable
ALTER TABLE "Article7Report" ADD COLUMN     "corrects" TEXT,
ADD COLUMN     "evidence" TEXT[],
ADD COLUMN     "forms" TEXT[],
ADD COLUMN     "helpAsked" TEXT,
ADD COLUMN     "link" TEXT,
ADD COLUMN     "recordedBy" TEXT,
ADD COLUMN     "recordedByName" TEXT,
ADD COLUMN     "submission" TEXT;

-- AlterTable
ALTER TABLE "ObligationEvent" ADD COLUMN     "corrects" TEXT,
ADD COLUMN     "newRemnants" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "recordedBy" TEXT,
ADD COLUMN     "recordedByName" TEXT,
ADD COLUMN     "submission" TEXT,
ADD COLUMN     "warnings" TEXT[];

-- CreateTable
CREATE TABLE "ReportYear" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "completeSince" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "submission" TEXT,

    CONSTRAINT "ReportYear_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Retraction" (
    "factId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "Retraction_pkey" PRIMARY KEY ("factId")
);

-- CreateTable
CREATE TABLE "FactAnswer" (
    "id" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "source" TEXT,
    "askAgain" DATE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "submission" TEXT,

    CONSTRAINT "FactAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Said" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person" TEXT,
    "channel" TEXT,
    "ts" TEXT,
    "facts" TEXT[],
    "message" JSONB,
    "state" TEXT NOT NULL,
    "lastError" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Said_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReportYear_submission_key" ON "ReportYear"("submission");

-- CreateIndex
CREATE INDEX "ReportYear_year_idx" ON "ReportYear"("year");

-- CreateIndex
CREATE UNIQUE INDEX "FactAnswer_submission_key" ON "FactAnswer"("submission");

-- CreateIndex
CREATE INDEX "FactAnswer_fact_idx" ON "FactAnswer"("fact");

-- CreateIndex
CREATE INDEX "Said_facts_idx" ON "Said" USING GIN ("facts");

-- CreateIndex
CREATE INDEX "Said_state_idx" ON "Said"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Article7Report_submission_key" ON "Article7Report"("submission");

-- CreateIndex
CREATE UNIQUE INDEX "ObligationEvent_submission_key" ON "ObligationEvent"("submission");

-- CreateIndex
CREATE INDEX "ObligationEvent_corrects_idx" ON "ObligationEvent"("corrects");

-- AddForeignKey
ALTER TABLE "ObligationEvent" ADD CONSTRAINT "ObligationEvent_corrects_fkey" FOREIGN KEY ("corrects") REFERENCES "ObligationEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article7Report" ADD CONSTRAINT "Article7Report_corrects_fkey" FOREIGN KEY ("corrects") REFERENCES "Article7Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- A fact is never overwritten and never deleted: a correction, a receipt or a taking back is a row of its own.
CREATE FUNCTION refuse_change_of_fact() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'facts are append-only: % on % is refused; record a correction instead', TG_OP, TG_TABLE_NAME;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER obligation_events_are_append_only BEFORE UPDATE OR DELETE ON "ObligationEvent"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER obligation_events_are_not_truncated BEFORE TRUNCATE ON "ObligationEvent"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER article7_reports_are_append_only BEFORE UPDATE OR DELETE ON "Article7Report"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER article7_reports_are_not_truncated BEFORE TRUNCATE ON "Article7Report"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER report_years_are_append_only BEFORE UPDATE OR DELETE ON "ReportYear"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER report_years_are_not_truncated BEFORE TRUNCATE ON "ReportYear"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER retractions_are_append_only BEFORE UPDATE OR DELETE ON "Retraction"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER retractions_are_not_truncated BEFORE TRUNCATE ON "Retraction"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER fact_answers_are_append_only BEFORE UPDATE OR DELETE ON "FactAnswer"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_fact();
CREATE TRIGGER fact_answers_are_not_truncated BEFORE TRUNCATE ON "FactAnswer"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_fact();
