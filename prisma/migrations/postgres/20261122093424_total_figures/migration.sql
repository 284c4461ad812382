-- AlterTable
ALTER TABLE "Total" ADD COLUMN     "figures" TEXT NOT NULL DEFAULT '[]';
