-- AlterTable
ALTER TABLE "InboundEvent" ADD COLUMN     "heldUntil" TIMESTAMPTZ(3);
