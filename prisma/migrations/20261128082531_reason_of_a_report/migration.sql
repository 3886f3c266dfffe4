-- AlterTable
ALTER TABLE "Article7Report" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "warnings" TEXT[];
