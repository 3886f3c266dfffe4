-- CreateTable
CREATE TABLE "LeftOutLine" (
    "id" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "putBackAt" TIMESTAMPTZ(3),
    "putBackBy" TEXT,
    "submission" TEXT NOT NULL,

    CONSTRAINT "LeftOutLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LeftOutLine_submission_key" ON "LeftOutLine"("submission");

-- CreateIndex
CREATE INDEX "LeftOutLine_subscriptionId_idx" ON "LeftOutLine"("subscriptionId");

-- AddForeignKey
ALTER TABLE "LeftOutLine" ADD CONSTRAINT "LeftOutLine_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
