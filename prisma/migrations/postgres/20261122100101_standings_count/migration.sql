-- AlterTable
ALTER TABLE "Community" ADD COLUMN     "standings" INTEGER NOT NULL DEFAULT 0;
