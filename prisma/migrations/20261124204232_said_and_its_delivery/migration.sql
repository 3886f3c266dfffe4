-- DropIndex
DROP INDEX "Said_state_idx";

-- AlterTable
ALTER TABLE "Said" DROP COLUMN "changedAt",
DROP COLUMN "lastError",
DROP COLUMN "state",
ADD COLUMN     "delivery" TEXT;
