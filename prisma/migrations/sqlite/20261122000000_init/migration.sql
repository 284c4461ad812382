-- CreateTable
CREATE TABLE "Community" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "nextQuestion" INTEGER NOT NULL DEFAULT 1,
    "nextDraft" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Community_numbers_check" CHECK ("nextQuestion" > 0 AND "nextDraft" > 0)
);

-- CreateTable
CREATE TABLE "Place" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    CONSTRAINT "Place_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "personId" INTEGER NOT NULL,
    "communityId" INTEGER,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "LinkCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Member" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "notify" TEXT NOT NULL DEFAULT '{}',
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Member_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Article" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "publishedAt" TEXT,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "addedById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Article_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "speaker" TEXT,
    "found" TEXT NOT NULL,
    CONSTRAINT "Claim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "articleId" INTEGER,
    "claimId" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "body" TEXT NOT NULL,
    "findings" TEXT NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "reason" TEXT,
    "questionId" INTEGER,
    CONSTRAINT "Draft_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Draft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Draft_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Draft_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Draft_status_check" CHECK ("status" IN ('pending', 'approved', 'rejected'))
);

-- CreateTable
CREATE TABLE "Question" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "edges" TEXT,
    "unit" TEXT,
    "scale" TEXT,
    "opensAt" DATETIME NOT NULL,
    "closesAt" DATETIME NOT NULL,
    "resolvesBy" DATETIME NOT NULL,
    "knownAt" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 0,
    "liquidity" BIGINT NOT NULL,
    "hidden" TEXT NOT NULL DEFAULT 'none',
    "hiddenUntil" DATETIME,
    "channel" TEXT,
    "articleId" INTEGER,
    "origin" TEXT,
    "quote" TEXT,
    "quoteSpeaker" TEXT,
    "groupKey" TEXT,
    "conditionId" INTEGER,
    "conditionOutcome" INTEGER,
    "createdById" INTEGER,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Question_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Question_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Question_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Question" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Question_kind_check" CHECK ("kind" IN ('binary', 'choice', 'numeric', 'date')),
    CONSTRAINT "Question_state_check" CHECK ("state" IN ('open', 'closed', 'resolved', 'annulled')),
    CONSTRAINT "Question_settled_check" CHECK (("state" IN ('resolved', 'annulled')) = ("settledAt" IS NOT NULL)),
    CONSTRAINT "Question_times_check" CHECK ("opensAt" <= "closesAt" AND "closesAt" <= "resolvesBy"),
    CONSTRAINT "Question_liquidity_check" CHECK ("liquidity" > 0),
    CONSTRAINT "Question_scale_check" CHECK ("scale" IS NULL OR "scale" IN ('linear', 'log')),
    CONSTRAINT "Question_edges_check" CHECK (("kind" IN ('numeric', 'date')) = ("edges" IS NOT NULL)),
    CONSTRAINT "Question_hidden_check" CHECK ("hidden" IN ('none', 'forecast', 'date') AND ("hidden" = 'date') = ("hiddenUntil" IS NOT NULL)),
    CONSTRAINT "Question_condition_check" CHECK (("conditionId" IS NULL) = ("conditionOutcome" IS NULL))
);

-- CreateTable
CREATE TABLE "QuestionTag" (
    "questionId" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,

    PRIMARY KEY ("questionId", "tag"),
    CONSTRAINT "QuestionTag_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "QuestionEdit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    CONSTRAINT "QuestionEdit_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "shares" BIGINT NOT NULL DEFAULT 0,
    "offset" REAL NOT NULL DEFAULT 0,
    "addedAt" DATETIME NOT NULL,
    CONSTRAINT "Outcome_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Outcome_index_check" CHECK ("index" BETWEEN 0 AND 49),
    CONSTRAINT "Outcome_shares_check" CHECK ("shares" >= 0)
);

-- CreateTable
CREATE TABLE "Forecast" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "p" TEXT,
    "typed" TEXT,
    "reason" TEXT,
    "implied" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Forecast_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Forecast_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" INTEGER,
    "questionId" INTEGER,
    "houseOf" INTEGER,
    "balance" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "Account_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Account_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Account_kind_check" CHECK ("kind" IN ('member', 'question', 'house')),
    CONSTRAINT "Account_owner_check" CHECK (("kind" = 'member') = ("memberId" IS NOT NULL) AND ("kind" = 'question') = ("questionId" IS NOT NULL) AND ("kind" = 'house') = ("houseOf" IS NOT NULL)),
    CONSTRAINT "Account_balance_check" CHECK ("kind" = 'house' OR "balance" >= 0)
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "questionId" INTEGER,
    "reversesId" INTEGER,
    "byId" INTEGER,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "prices" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Posting_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Posting_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Posting_reversesId_fkey" FOREIGN KEY ("reversesId") REFERENCES "Posting" ("id") ON DELETE NO ACTION ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postingId" INTEGER NOT NULL,
    "accountId" INTEGER NOT NULL,
    "asset" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    CONSTRAINT "Entry_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Entry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Entry_amount_check" CHECK ("amount" <> 0),
    CONSTRAINT "Entry_asset_check" CHECK ("asset" = 'points' OR "asset" LIKE 'share:%')
);

-- CreateTable
CREATE TABLE "Position" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "memberId" INTEGER NOT NULL,
    "outcomeId" INTEGER NOT NULL,
    "shares" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "Position_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Position_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Position_shares_check" CHECK ("shares" >= 0)
);

-- CreateTable
CREATE TABLE "Trade" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "outcomeId" INTEGER NOT NULL,
    "postingId" INTEGER NOT NULL,
    "orderId" INTEGER,
    "points" BIGINT NOT NULL,
    "shares" BIGINT NOT NULL,
    "priceBefore" REAL NOT NULL,
    "priceAfter" REAL NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Trade_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Trade_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Trade_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Trade_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Trade_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "LimitOrder" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Trade_shares_check" CHECK ("shares" <> 0),
    CONSTRAINT "Trade_prices_check" CHECK ("priceBefore" BETWEEN 0 AND 1 AND "priceAfter" BETWEEN 0 AND 1)
);

-- CreateTable
CREATE TABLE "LimitOrder" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "outcomeId" INTEGER NOT NULL,
    "price" REAL NOT NULL,
    "points" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "expiresAt" DATETIME,
    "state" TEXT NOT NULL DEFAULT 'resting',
    "why" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "LimitOrder_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LimitOrder_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LimitOrder_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LimitOrder_price_check" CHECK ("price" > 0 AND "price" < 1),
    CONSTRAINT "LimitOrder_points_check" CHECK ("points" > 0 AND "spent" BETWEEN 0 AND "points"),
    CONSTRAINT "LimitOrder_state_check" CHECK ("state" IN ('resting', 'filled', 'cancelled', 'expired'))
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "weights" TEXT,
    "value" REAL,
    "knownAt" DATETIME,
    "enteredAt" DATETIME NOT NULL,
    "byId" INTEGER,
    "reason" TEXT,
    "stake" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "Resolution_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Resolution_act_check" CHECK ("act" IN ('propose', 'resolve', 'annul', 'reopen')),
    CONSTRAINT "Resolution_weights_check" CHECK (("act" IN ('propose', 'resolve')) = ("weights" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "settledAt" DATETIME,
    CONSTRAINT "Dispute_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Dispute_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Score" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "subject" TEXT NOT NULL,
    "brier" REAL,
    "coverage" REAL NOT NULL,
    "relativeBrier" REAL,
    "baseline" REAL,
    "peer" REAL,
    "profit" BIGINT,
    "calibration" TEXT,
    "knownAt" DATETIME NOT NULL,
    CONSTRAINT "Score_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Score_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Score_coverage_check" CHECK ("coverage" BETWEEN 0 AND 1),
    CONSTRAINT "Score_subject_check" CHECK (("memberId" IS NULL) = ("subject" NOT LIKE 'member:%'))
);

-- CreateTable
CREATE TABLE "Total" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "subject" TEXT NOT NULL,
    "window" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "questions" INTEGER NOT NULL DEFAULT 0,
    "sums" TEXT NOT NULL DEFAULT '{}',
    CONSTRAINT "Total_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Total_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Total_subject_check" CHECK (("memberId" IS NULL) = ("subject" NOT LIKE 'member:%'))
);

-- CreateTable
CREATE TABLE "Season" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "standings" TEXT,
    CONSTRAINT "Season_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "error" TEXT,
    "claimedBy" TEXT,
    "claimedUntil" DATETIME,
    "sentAt" DATETIME,
    CONSTRAINT "Notice_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Card" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "questionId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "postedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'live',
    CONSTRAINT "Card_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Card_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "addedById" INTEGER NOT NULL,
    "checkedAt" DATETIME,
    "dueAt" DATETIME NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    CONSTRAINT "Feed_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Invocation" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "communityId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "command" TEXT NOT NULL,
    "answer" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Invocation_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "communityId" INTEGER NOT NULL,
    "key" TEXT,
    "memberId" INTEGER,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}',
    "at" DATETIME NOT NULL,
    CONSTRAINT "Audit_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "Place_communityId_idx" ON "Place"("communityId");

-- CreateIndex
CREATE UNIQUE INDEX "Place_platform_externalId_key" ON "Place"("platform", "externalId");

-- CreateIndex
CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_platform_externalId_key" ON "Identity"("platform", "externalId");

-- CreateIndex
CREATE INDEX "LinkCode_personId_idx" ON "LinkCode"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_communityId_personId_key" ON "Member"("communityId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_communityId_sha256_key" ON "Article"("communityId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_articleId_start_end_key" ON "Claim"("articleId", "start", "end");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_questionId_key" ON "Draft"("questionId");

-- CreateIndex
CREATE INDEX "Draft_communityId_status_idx" ON "Draft"("communityId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_communityId_number_key" ON "Draft"("communityId", "number");

-- CreateIndex
CREATE INDEX "Question_communityId_state_closesAt_idx" ON "Question"("communityId", "state", "closesAt");

-- CreateIndex
CREATE INDEX "Question_state_closesAt_idx" ON "Question"("state", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Question_communityId_number_key" ON "Question"("communityId", "number");

-- CreateIndex
CREATE INDEX "QuestionTag_tag_idx" ON "QuestionTag"("tag");

-- CreateIndex
CREATE INDEX "QuestionEdit_questionId_idx" ON "QuestionEdit"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_questionId_index_key" ON "Outcome"("questionId", "index");

-- CreateIndex
CREATE INDEX "Forecast_questionId_at_idx" ON "Forecast"("questionId", "at");

-- CreateIndex
CREATE INDEX "Forecast_memberId_questionId_id_idx" ON "Forecast"("memberId", "questionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Account_memberId_key" ON "Account"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_questionId_key" ON "Account"("questionId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_houseOf_key" ON "Account"("houseOf");

-- CreateIndex
CREATE INDEX "Account_communityId_kind_idx" ON "Account"("communityId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Posting_key_key" ON "Posting"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Posting_reversesId_key" ON "Posting"("reversesId");

-- CreateIndex
CREATE INDEX "Posting_questionId_idx" ON "Posting"("questionId");

-- CreateIndex
CREATE INDEX "Posting_communityId_at_idx" ON "Posting"("communityId", "at");

-- CreateIndex
CREATE INDEX "Entry_postingId_idx" ON "Entry"("postingId");

-- CreateIndex
CREATE INDEX "Entry_accountId_idx" ON "Entry"("accountId");

-- CreateIndex
CREATE INDEX "Position_outcomeId_idx" ON "Position"("outcomeId");

-- CreateIndex
CREATE UNIQUE INDEX "Position_memberId_outcomeId_key" ON "Position"("memberId", "outcomeId");

-- CreateIndex
CREATE INDEX "Trade_questionId_id_idx" ON "Trade"("questionId", "id");

-- CreateIndex
CREATE INDEX "Trade_memberId_questionId_idx" ON "Trade"("memberId", "questionId");

-- CreateIndex
CREATE INDEX "LimitOrder_questionId_state_idx" ON "LimitOrder"("questionId", "state");

-- CreateIndex
CREATE INDEX "LimitOrder_memberId_state_idx" ON "LimitOrder"("memberId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Resolution_questionId_seq_key" ON "Resolution"("questionId", "seq");

-- CreateIndex
CREATE INDEX "Dispute_questionId_idx" ON "Dispute"("questionId");

-- CreateIndex
CREATE INDEX "Score_memberId_idx" ON "Score"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Score_questionId_subject_key" ON "Score"("questionId", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Total_communityId_window_tag_subject_key" ON "Total"("communityId", "window", "tag", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "Season_communityId_name_key" ON "Season"("communityId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_state_dueAt_idx" ON "Notice"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Card_questionId_state_idx" ON "Card"("questionId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Card_platform_channel_message_key" ON "Card"("platform", "channel", "message");

-- CreateIndex
CREATE INDEX "Feed_dueAt_idx" ON "Feed"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_communityId_url_key" ON "Feed"("communityId", "url");

-- CreateIndex
CREATE INDEX "Invocation_at_idx" ON "Invocation"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_key_key" ON "Audit"("key");

-- CreateIndex
CREATE INDEX "Audit_communityId_at_idx" ON "Audit"("communityId", "at");

-- CreateIndex
CREATE INDEX "Audit_subject_idx" ON "Audit"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "Installation_platform_teamId_key" ON "Installation"("platform", "teamId");

-- Written by hand from here on (and the CHECK constraints above): what the schema language cannot say.

-- Append-only: history is added to, never rewritten. Practice questions go with all that hangs on them.
CREATE TRIGGER "Posting_no_update" BEFORE UPDATE ON "Posting" BEGIN SELECT RAISE(ABORT, 'Posting is append-only'); END;
CREATE TRIGGER "Posting_no_delete" BEFORE DELETE ON "Posting" WHEN NOT (OLD."practice") BEGIN SELECT RAISE(ABORT, 'Posting is append-only'); END;
CREATE TRIGGER "Entry_no_update" BEFORE UPDATE ON "Entry" BEGIN SELECT RAISE(ABORT, 'Entry is append-only'); END;
CREATE TRIGGER "Entry_no_delete" BEFORE DELETE ON "Entry" WHEN NOT (EXISTS (SELECT 1 FROM "Posting" p WHERE p."id" = OLD."postingId" AND p."practice")) BEGIN SELECT RAISE(ABORT, 'Entry is append-only'); END;
CREATE TRIGGER "Trade_no_update" BEFORE UPDATE ON "Trade" BEGIN SELECT RAISE(ABORT, 'Trade is append-only'); END;
CREATE TRIGGER "Trade_no_delete" BEFORE DELETE ON "Trade" WHEN NOT (EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice")) BEGIN SELECT RAISE(ABORT, 'Trade is append-only'); END;
CREATE TRIGGER "Forecast_no_update" BEFORE UPDATE ON "Forecast" BEGIN SELECT RAISE(ABORT, 'Forecast is append-only'); END;
CREATE TRIGGER "Forecast_no_delete" BEFORE DELETE ON "Forecast" WHEN NOT (EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice") OR EXISTS (SELECT 1 FROM "Member" m WHERE m."id" = OLD."memberId" AND m."practice")) BEGIN SELECT RAISE(ABORT, 'Forecast is append-only'); END;
CREATE TRIGGER "Resolution_no_update" BEFORE UPDATE ON "Resolution" BEGIN SELECT RAISE(ABORT, 'Resolution is append-only'); END;
CREATE TRIGGER "Resolution_no_delete" BEFORE DELETE ON "Resolution" WHEN NOT (EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice")) BEGIN SELECT RAISE(ABORT, 'Resolution is append-only'); END;
CREATE TRIGGER "QuestionEdit_no_update" BEFORE UPDATE ON "QuestionEdit" BEGIN SELECT RAISE(ABORT, 'QuestionEdit is append-only'); END;
CREATE TRIGGER "QuestionEdit_no_delete" BEFORE DELETE ON "QuestionEdit" WHEN NOT (EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice")) BEGIN SELECT RAISE(ABORT, 'QuestionEdit is append-only'); END;
CREATE TRIGGER "Audit_no_update" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'Audit is append-only'); END;
CREATE TRIGGER "Audit_no_delete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'Audit is append-only'); END;
