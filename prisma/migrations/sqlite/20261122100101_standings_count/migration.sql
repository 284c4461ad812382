-- By hand: a rebuilt table would lose its checks.
ALTER TABLE "Community" ADD COLUMN "standings" INTEGER NOT NULL DEFAULT 0;
