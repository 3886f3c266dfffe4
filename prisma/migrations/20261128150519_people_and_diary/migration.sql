-- CreateTable
CREATE TABLE "StateNote" (
    "id" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "withWhom" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "seenBy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "takenBackAt" TIMESTAMPTZ(3),
    "submission" TEXT NOT NULL,

    CONSTRAINT "StateNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StateContact" (
    "id" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,
    "submission" TEXT NOT NULL,

    CONSTRAINT "StateContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandOver" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "submission" TEXT NOT NULL,

    CONSTRAINT "HandOver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HomeChoice" (
    "slackId" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "steps" TEXT[],

    CONSTRAINT "HomeChoice_pkey" PRIMARY KEY ("slackId")
);

-- CreateTable
CREATE TABLE "GuestArrival" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "guest" TEXT NOT NULL,
    "guestName" TEXT NOT NULL,
    "inviter" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,

    CONSTRAINT "GuestArrival_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FoldedMessage" (
    "deliveryId" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "FoldedMessage_pkey" PRIMARY KEY ("deliveryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "StateNote_submission_key" ON "StateNote"("submission");

-- CreateIndex
CREATE INDEX "StateNote_iso3_on_idx" ON "StateNote"("iso3", "on");

-- CreateIndex
CREATE UNIQUE INDEX "StateContact_submission_key" ON "StateContact"("submission");

-- CreateIndex
CREATE INDEX "StateContact_iso3_idx" ON "StateContact"("iso3");

-- CreateIndex
CREATE UNIQUE INDEX "HandOver_submission_key" ON "HandOver"("submission");

-- CreateIndex
CREATE INDEX "GuestArrival_channel_idx" ON "GuestArrival"("channel");

-- AddForeignKey
ALTER TABLE "StateNote" ADD CONSTRAINT "StateNote_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StateContact" ADD CONSTRAINT "StateContact_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;
