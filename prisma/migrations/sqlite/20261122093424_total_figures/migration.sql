-- By hand: a rebuilt table would lose its checks.
ALTER TABLE "Total" ADD COLUMN "figures" TEXT NOT NULL DEFAULT '[]';
