-- DropForeignKey
ALTER TABLE "AssistanceRequest" DROP CONSTRAINT "AssistanceRequest_ownerId_fkey";

-- AlterTable
ALTER TABLE "AssistanceRequest" ALTER COLUMN "amount" SET DATA TYPE DECIMAL(18,2);

-- AlterTable
ALTER TABLE "DeskHistory" ADD COLUMN     "written" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "RequestHistory" ADD COLUMN     "written" SERIAL NOT NULL;

-- AddForeignKey
ALTER TABLE "AssistanceRequest" ADD CONSTRAINT "AssistanceRequest_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("slackId") ON DELETE RESTRICT ON UPDATE CASCADE;
