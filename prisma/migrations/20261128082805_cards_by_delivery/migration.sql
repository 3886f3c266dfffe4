-- Where a card stands is known by its delivery from now on. A card that had not been posted is posted when a person asks
-- for it: nobody can say any more whether Slack took it.
INSERT INTO "Delivery" ("id", "key", "kind", "lane", "urgency", "channel", "ts", "message", "version", "state",
  "attempts", "doubtful", "notBefore", "enqueuedAt", "settledAt")
SELECT c."id", 'card:' || c."requestId" || ':' || c."channel", 'card', c."channel", 1,
  CASE WHEN c."ts" IS NULL THEN NULL ELSE c."channel" END, c."ts",
  jsonb_build_object('text', r."reference", 'blocks', '[]'::jsonb), 1,
  CASE WHEN c."ts" IS NULL THEN 'dropped' ELSE 'sent' END, 0, false, 'epoch', c."changedAt", c."changedAt"
FROM "RequestCard" c JOIN "AssistanceRequest" r ON r."id" = c."requestId";

INSERT INTO "DeliveryLane" ("lane", "freeAt")
SELECT DISTINCT "channel", 'epoch'::timestamptz FROM "RequestCard" ON CONFLICT DO NOTHING;

-- DropIndex
DROP INDEX "RequestCard_requestId_channel_key";

-- DropIndex
DROP INDEX "RequestCard_state_idx";

-- AlterTable
ALTER TABLE "RequestCard" DROP CONSTRAINT "RequestCard_pkey";
ALTER TABLE "RequestCard" RENAME COLUMN "id" TO "deliveryId";
ALTER TABLE "RequestCard" RENAME COLUMN "channel" TO "place";
ALTER TABLE "RequestCard" DROP COLUMN "attempts",
DROP COLUMN "changedAt",
DROP COLUMN "lastError",
DROP COLUMN "state",
DROP COLUMN "ts",
ADD CONSTRAINT "RequestCard_pkey" PRIMARY KEY ("requestId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "RequestCard_deliveryId_key" ON "RequestCard"("deliveryId");

-- AddForeignKey
ALTER TABLE "RequestCard" ADD CONSTRAINT "RequestCard_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
