-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "awayUntil" DATE,
ADD COLUMN     "standInId" TEXT;

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "horizon" INTEGER,
ADD COLUMN     "regions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "themes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Follow" (
    "slackId" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "by" TEXT NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("slackId","iso3")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "what" TEXT NOT NULL,
    "iso3" TEXT,
    "due" DATE NOT NULL,
    "dueSetAt" TIMESTAMPTZ(3) NOT NULL,
    "ownerId" TEXT NOT NULL,
    "link" TEXT,
    "doneAt" TIMESTAMPTZ(3),
    "doneBy" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "submission" TEXT NOT NULL,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderRun" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "late" BOOLEAN NOT NULL,
    "deliveryId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderRung" (
    "id" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "iso3" TEXT,
    "due" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "became" TEXT,
    "againOn" DATE,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,

    CONSTRAINT "ReminderRung_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "slackId" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Follow_iso3_idx" ON "Follow"("iso3");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_number_key" ON "FollowUp"("number");

-- CreateIndex
CREATE UNIQUE INDEX "FollowUp_submission_key" ON "FollowUp"("submission");

-- CreateIndex
CREATE INDEX "FollowUp_ownerId_doneAt_idx" ON "FollowUp"("ownerId", "doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderRun_person_day_key" ON "ReminderRun"("person", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderRung_mark_key" ON "ReminderRung"("mark");

-- CreateIndex
CREATE INDEX "ReminderRung_runId_idx" ON "ReminderRung"("runId");

-- CreateIndex
CREATE INDEX "ReminderRung_person_againOn_idx" ON "ReminderRung"("person", "againOn");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_secretHash_key" ON "CalendarFeed"("secretHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_slackId_idx" ON "CalendarFeed"("slackId");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_standInId_fkey" FOREIGN KEY ("standInId") REFERENCES "Person"("slackId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_slackId_fkey" FOREIGN KEY ("slackId") REFERENCES "Person"("slackId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("slackId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderRung" ADD CONSTRAINT "ReminderRung_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ReminderRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
