-- CreateTable
CREATE TABLE "Conversation" (
    "key" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SavedQuestion" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionFeedback" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "understood" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "meant" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "submission" TEXT,

    CONSTRAINT "QuestionFeedback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SavedQuestion_person_idx" ON "SavedQuestion"("person");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionFeedback_submission_key" ON "QuestionFeedback"("submission");
