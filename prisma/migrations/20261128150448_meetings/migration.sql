-- AlterTable
ALTER TABLE "FollowUp" ADD COLUMN     "meetingId" TEXT;

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "whenKind" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "firstDay" DATE,
    "lastDay" DATE,
    "month" TEXT,
    "zone" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "online" BOOLEAN NOT NULL,
    "repeats" JSONB,
    "convention" TEXT,
    "inMarginsOf" TEXT,
    "status" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "organiserId" TEXT NOT NULL,
    "link" TEXT,
    "fromFollowUp" TEXT,
    "sequence" INTEGER NOT NULL,
    "webLink" TEXT,
    "joinUrl" TEXT,
    "iCalUId" TEXT,
    "moved" JSONB,
    "occurrences" JSONB NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "submission" TEXT NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingState" (
    "meetingId" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,

    CONSTRAINT "MeetingState_pkey" PRIMARY KEY ("meetingId","iso3")
);

-- CreateTable
CREATE TABLE "MeetingInvitee" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "optional" BOOLEAN NOT NULL,
    "slackId" TEXT,
    "answer" TEXT NOT NULL,
    "proposes" JSONB,
    "kept" JSONB,

    CONSTRAINT "MeetingInvitee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingNotice" (
    "meetingId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "what" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MeetingNotice_pkey" PRIMARY KEY ("meetingId","kind","field")
);

-- CreateTable
CREATE TABLE "MeetingHistory" (
    "id" TEXT NOT NULL,
    "written" SERIAL NOT NULL,
    "meetingId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "through" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "submission" TEXT,

    CONSTRAINT "MeetingHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingCard" (
    "meetingId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,

    CONSTRAINT "MeetingCard_pkey" PRIMARY KEY ("meetingId","place")
);

-- CreateTable
CREATE TABLE "CalendarSync" (
    "meeting" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "CalendarSync_pkey" PRIMARY KEY ("meeting")
);

-- CreateTable
CREATE TABLE "CalendarDesk" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSONB,
    "holder" TEXT,
    "until" TIMESTAMPTZ(3),
    "trouble" JSONB,

    CONSTRAINT "CalendarDesk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_number_key" ON "Meeting"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_submission_key" ON "Meeting"("submission");

-- CreateIndex
CREATE INDEX "Meeting_status_idx" ON "Meeting"("status");

-- CreateIndex
CREATE INDEX "MeetingInvitee_meetingId_position_idx" ON "MeetingInvitee"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingHistory_submission_key" ON "MeetingHistory"("submission");

-- CreateIndex
CREATE INDEX "MeetingHistory_meetingId_at_idx" ON "MeetingHistory"("meetingId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingCard_deliveryId_key" ON "MeetingCard"("deliveryId");

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_organiserId_fkey" FOREIGN KEY ("organiserId") REFERENCES "Person"("slackId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingState" ADD CONSTRAINT "MeetingState_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingState" ADD CONSTRAINT "MeetingState_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingInvitee" ADD CONSTRAINT "MeetingInvitee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingNotice" ADD CONSTRAINT "MeetingNotice_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingHistory" ADD CONSTRAINT "MeetingHistory_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingCard" ADD CONSTRAINT "MeetingCard_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingCard" ADD CONSTRAINT "MeetingCard_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The history of meetings takes new rows and refuses every change to old ones.
CREATE TRIGGER meeting_history_is_append_only BEFORE UPDATE OR DELETE ON "MeetingHistory"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER meeting_history_is_not_truncated BEFORE TRUNCATE ON "MeetingHistory"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
