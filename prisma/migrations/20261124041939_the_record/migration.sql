-- CreateTable
CREATE TABLE "State" (
    "iso3" TEXT NOT NULL,
    "iso2" TEXT NOT NULL,
    "unName" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "signed" DATE,
    "deposited" DATE,
    "kind" TEXT,
    "withdrawn" DATE,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "State_pkey" PRIMARY KEY ("iso3")
);

-- CreateTable
CREATE TABLE "StateAlias" (
    "id" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "StateAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObligationEvent" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "iso3" TEXT NOT NULL,
    "article" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "precision" TEXT NOT NULL,
    "until" DATE,
    "meeting" TEXT,
    "confidence" TEXT NOT NULL,
    "show" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "sourceDate" DATE,
    "note" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ObligationEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConventionMeeting" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "plannedStart" TEXT,
    "plannedEnd" TEXT,
    "knownFrom" DATE,
    "knownFromBasis" TEXT NOT NULL,
    "actualStart" TEXT,
    "actualEnd" TEXT,
    "replacedBy" TEXT[],
    "place" TEXT NOT NULL,
    "presidency" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConventionMeeting_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Article7Report" (
    "id" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER,
    "event" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "precision" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "confidence" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article7Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fullTitle" TEXT NOT NULL,
    "date" DATE,
    "reportingYear" INTEGER,
    "link" TEXT,
    "text" TEXT,
    "language" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssistanceRequest" (
    "id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "iso3" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "kinds" TEXT[],
    "description" TEXT NOT NULL,
    "amount" DECIMAL(65,30),
    "currency" TEXT,
    "reportingYear" INTEGER,
    "requestedOn" DATE,
    "asOf" DATE NOT NULL,
    "onBehalfOf" TEXT,
    "status" TEXT NOT NULL,
    "closedOn" DATE,
    "sharing" TEXT NOT NULL,
    "sharingBasis" TEXT NOT NULL,
    "evidence" TEXT[],
    "ownerId" TEXT,
    "handledBy" TEXT,
    "note" TEXT NOT NULL,
    "submission" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,

    CONSTRAINT "AssistanceRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestSource" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "submission" TEXT,

    CONSTRAINT "RequestSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestHistory" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "through" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "why" TEXT,

    CONSTRAINT "RequestHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestCard" (
    "id" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "lastError" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RequestCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestCounter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "RequestCounter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "StatedFigure" (
    "id" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "theme" TEXT,
    "reportingYear" INTEGER,
    "stated" INTEGER NOT NULL,
    "named" INTEGER,
    "names" TEXT[],
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StatedFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoordinatorTerm" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "states" TEXT[],
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CoordinatorTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionPlanHeading" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "plan" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ActionPlanHeading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article7Form" (
    "form" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article7Form_pkey" PRIMARY KEY ("form")
);

-- CreateTable
CREATE TABLE "WorkPlanItem" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "when" TEXT,
    "until" TEXT,
    "short" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkPlanItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "slackId" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "state" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("slackId")
);

-- CreateTable
CREATE TABLE "RoleHolding" (
    "id" TEXT NOT NULL,
    "slackId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT,
    "theme" TEXT,
    "from" DATE NOT NULL,
    "until" DATE,
    "givenBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RoleHolding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeskHistory" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "DeskHistory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "InboundEvent" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB,
    "state" TEXT NOT NULL,
    "reference" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundEvent_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "RecordLoad" (
    "digest" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RecordLoad_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE UNIQUE INDEX "State_iso2_key" ON "State"("iso2");

-- CreateIndex
CREATE UNIQUE INDEX "StateAlias_iso3_text_language_key" ON "StateAlias"("iso3", "text", "language");

-- CreateIndex
CREATE INDEX "ObligationEvent_iso3_article_idx" ON "ObligationEvent"("iso3", "article");

-- CreateIndex
CREATE INDEX "Article7Report_iso3_idx" ON "Article7Report"("iso3");

-- CreateIndex
CREATE UNIQUE INDEX "AssistanceRequest_reference_key" ON "AssistanceRequest"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "AssistanceRequest_submission_key" ON "AssistanceRequest"("submission");

-- CreateIndex
CREATE INDEX "AssistanceRequest_iso3_theme_idx" ON "AssistanceRequest"("iso3", "theme");

-- CreateIndex
CREATE UNIQUE INDEX "RequestSource_submission_key" ON "RequestSource"("submission");

-- CreateIndex
CREATE UNIQUE INDEX "RequestSource_requestId_position_key" ON "RequestSource"("requestId", "position");

-- CreateIndex
CREATE INDEX "RequestHistory_requestId_at_idx" ON "RequestHistory"("requestId", "at");

-- CreateIndex
CREATE INDEX "RequestCard_state_idx" ON "RequestCard"("state");

-- CreateIndex
CREATE UNIQUE INDEX "RequestCard_requestId_channel_key" ON "RequestCard"("requestId", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "WorkPlanItem_kind_position_key" ON "WorkPlanItem"("kind", "position");

-- CreateIndex
CREATE INDEX "RoleHolding_slackId_idx" ON "RoleHolding"("slackId");

-- CreateIndex
CREATE INDEX "InboundEvent_state_idx" ON "InboundEvent"("state");

-- AddForeignKey
ALTER TABLE "StateAlias" ADD CONSTRAINT "StateAlias_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationEvent" ADD CONSTRAINT "ObligationEvent_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article7Report" ADD CONSTRAINT "Article7Report_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssistanceRequest" ADD CONSTRAINT "AssistanceRequest_iso3_fkey" FOREIGN KEY ("iso3") REFERENCES "State"("iso3") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssistanceRequest" ADD CONSTRAINT "AssistanceRequest_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("slackId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestSource" ADD CONSTRAINT "RequestSource_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AssistanceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestSource" ADD CONSTRAINT "RequestSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestHistory" ADD CONSTRAINT "RequestHistory_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AssistanceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestCard" ADD CONSTRAINT "RequestCard_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "AssistanceRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleHolding" ADD CONSTRAINT "RoleHolding_slackId_fkey" FOREIGN KEY ("slackId") REFERENCES "Person"("slackId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was changed stays readable: the two histories take new rows and refuse every change to old ones.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'history is append-only: % on % is refused', TG_OP, TG_TABLE_NAME;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER request_history_is_append_only BEFORE UPDATE OR DELETE ON "RequestHistory"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER request_history_is_not_truncated BEFORE TRUNCATE ON "RequestHistory"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER desk_history_is_append_only BEFORE UPDATE OR DELETE ON "DeskHistory"
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER desk_history_is_not_truncated BEFORE TRUNCATE ON "DeskHistory"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
