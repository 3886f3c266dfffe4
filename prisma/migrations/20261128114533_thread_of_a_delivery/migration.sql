-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "thread" TEXT;
