-- AlterTable
ALTER TABLE "AssistanceRequest" ADD COLUMN     "holdUntil" DATE,
ADD COLUMN     "leftStatus" TEXT,
ADD COLUMN     "replacedBy" TEXT;

-- AlterTable
ALTER TABLE "RequestHistory" ADD COLUMN     "former" JSONB,
ADD COLUMN     "submission" TEXT,
ADD COLUMN     "undoes" TEXT;

-- CreateTable
CREATE TABLE "RequestNote" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "seenBy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "submission" TEXT,

    CONSTRAINT "RequestNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RequestNote_submission_key" ON "RequestNote"("submission");

-- CreateIndex
CREATE INDEX "RequestNote_requestId_at_idx" ON "RequestNote"("requestId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "RequestHistory_undoes_key" ON "RequestHistory"("undoes");

-- CreateIndex
CREATE UNIQUE INDEX "RequestHistory_submission_key" ON "RequestHistory"("submission");

-- AddForeignKey
ALTER TABLE "RequestNote" ADD CONSTRAINT "RequestNote_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AssistanceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A remark stays as it was made, as the history does.
CREATE TRIGGER request_notes_are_append_only BEFORE UPDATE OR DELETE ON "RequestNote"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER request_notes_are_not_truncated BEFORE TRUNCATE ON "RequestNote"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
