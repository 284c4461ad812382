-- CreateTable
CREATE TABLE "Community" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "settings" TEXT NOT NULL DEFAULT '{}',
    "nextQuestion" INTEGER NOT NULL DEFAULT 1,
    "nextDraft" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Community_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Place" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,

    CONSTRAINT "Place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "code" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "communityId" INTEGER,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "admin" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "notify" TEXT NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "url" TEXT,
    "publishedAt" TEXT,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "addedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" SERIAL NOT NULL,
    "articleId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "speaker" TEXT,
    "found" TEXT NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "articleId" INTEGER,
    "claimId" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "body" TEXT NOT NULL,
    "findings" TEXT NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),
    "reason" TEXT,
    "questionId" INTEGER,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "edges" TEXT,
    "unit" TEXT,
    "scale" TEXT,
    "opensAt" TIMESTAMP(3) NOT NULL,
    "closesAt" TIMESTAMP(3) NOT NULL,
    "resolvesBy" TIMESTAMP(3) NOT NULL,
    "knownAt" TIMESTAMP(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 0,
    "liquidity" BIGINT NOT NULL,
    "hidden" TEXT NOT NULL DEFAULT 'none',
    "hiddenUntil" TIMESTAMP(3),
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
    "createdAt" TIMESTAMP(3) NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionTag" (
    "questionId" INTEGER NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "QuestionTag_pkey" PRIMARY KEY ("questionId","tag")
);

-- CreateTable
CREATE TABLE "QuestionEdit" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "QuestionEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "shares" BIGINT NOT NULL DEFAULT 0,
    "offset" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Forecast" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "p" TEXT,
    "typed" TEXT,
    "reason" TEXT,
    "implied" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Forecast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "memberId" INTEGER,
    "questionId" INTEGER,
    "houseOf" INTEGER,
    "balance" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "questionId" INTEGER,
    "reversesId" INTEGER,
    "byId" INTEGER,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "prices" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" SERIAL NOT NULL,
    "postingId" INTEGER NOT NULL,
    "accountId" INTEGER NOT NULL,
    "asset" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" SERIAL NOT NULL,
    "memberId" INTEGER NOT NULL,
    "outcomeId" INTEGER NOT NULL,
    "shares" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trade" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "outcomeId" INTEGER NOT NULL,
    "postingId" INTEGER NOT NULL,
    "orderId" INTEGER,
    "points" BIGINT NOT NULL,
    "shares" BIGINT NOT NULL,
    "priceBefore" DOUBLE PRECISION NOT NULL,
    "priceAfter" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Trade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LimitOrder" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "outcomeId" INTEGER NOT NULL,
    "price" DOUBLE PRECISION NOT NULL,
    "points" BIGINT NOT NULL,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMP(3),
    "state" TEXT NOT NULL DEFAULT 'resting',
    "why" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LimitOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Resolution" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "weights" TEXT,
    "value" DOUBLE PRECISION,
    "knownAt" TIMESTAMP(3),
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "byId" INTEGER,
    "reason" TEXT,
    "stake" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "settledAt" TIMESTAMP(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Score" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "subject" TEXT NOT NULL,
    "brier" DOUBLE PRECISION,
    "coverage" DOUBLE PRECISION NOT NULL,
    "relativeBrier" DOUBLE PRECISION,
    "baseline" DOUBLE PRECISION,
    "peer" DOUBLE PRECISION,
    "profit" BIGINT,
    "calibration" TEXT,
    "knownAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Total" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "subject" TEXT NOT NULL,
    "window" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "questions" INTEGER NOT NULL DEFAULT 0,
    "sums" TEXT NOT NULL DEFAULT '{}',

    CONSTRAINT "Total_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Season" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "standings" TEXT,

    CONSTRAINT "Season_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "error" TEXT,
    "claimedBy" TEXT,
    "claimedUntil" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Card" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "questionId" INTEGER NOT NULL,
    "platform" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "postedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'live',

    CONSTRAINT "Card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "addedById" INTEGER NOT NULL,
    "checkedAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invocation" (
    "key" TEXT NOT NULL,
    "communityId" INTEGER NOT NULL,
    "memberId" INTEGER,
    "command" TEXT NOT NULL,
    "answer" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Invocation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" SERIAL NOT NULL,
    "communityId" INTEGER NOT NULL,
    "key" TEXT,
    "memberId" INTEGER,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '{}',
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Place" ADD CONSTRAINT "Place_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkCode" ADD CONSTRAINT "LinkCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionTag" ADD CONSTRAINT "QuestionTag_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionEdit" ADD CONSTRAINT "QuestionEdit_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forecast" ADD CONSTRAINT "Forecast_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_reversesId_fkey" FOREIGN KEY ("reversesId") REFERENCES "Posting"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trade" ADD CONSTRAINT "Trade_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trade" ADD CONSTRAINT "Trade_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trade" ADD CONSTRAINT "Trade_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trade" ADD CONSTRAINT "Trade_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trade" ADD CONSTRAINT "Trade_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "LimitOrder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitOrder" ADD CONSTRAINT "LimitOrder_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitOrder" ADD CONSTRAINT "LimitOrder_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LimitOrder" ADD CONSTRAINT "LimitOrder_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Total" ADD CONSTRAINT "Total_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Total" ADD CONSTRAINT "Total_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Season" ADD CONSTRAINT "Season_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Card" ADD CONSTRAINT "Card_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invocation" ADD CONSTRAINT "Invocation_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_communityId_fkey" FOREIGN KEY ("communityId") REFERENCES "Community"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what the schema language cannot say.

ALTER TABLE "Community"
    ADD CONSTRAINT "Community_numbers_check" CHECK ("nextQuestion" > 0 AND "nextDraft" > 0);
ALTER TABLE "Draft"
    ADD CONSTRAINT "Draft_status_check" CHECK ("status" IN ('pending', 'approved', 'rejected'));
ALTER TABLE "Question"
    ADD CONSTRAINT "Question_kind_check" CHECK ("kind" IN ('binary', 'choice', 'numeric', 'date')),
    ADD CONSTRAINT "Question_state_check" CHECK ("state" IN ('open', 'closed', 'resolved', 'annulled')),
    ADD CONSTRAINT "Question_settled_check" CHECK (("state" IN ('resolved', 'annulled')) = ("settledAt" IS NOT NULL)),
    ADD CONSTRAINT "Question_times_check" CHECK ("opensAt" <= "closesAt" AND "closesAt" <= "resolvesBy"),
    ADD CONSTRAINT "Question_liquidity_check" CHECK ("liquidity" > 0),
    ADD CONSTRAINT "Question_scale_check" CHECK ("scale" IS NULL OR "scale" IN ('linear', 'log')),
    ADD CONSTRAINT "Question_edges_check" CHECK (("kind" IN ('numeric', 'date')) = ("edges" IS NOT NULL)),
    ADD CONSTRAINT "Question_hidden_check" CHECK ("hidden" IN ('none', 'forecast', 'date') AND ("hidden" = 'date') = ("hiddenUntil" IS NOT NULL)),
    ADD CONSTRAINT "Question_condition_check" CHECK (("conditionId" IS NULL) = ("conditionOutcome" IS NULL));
ALTER TABLE "Outcome"
    ADD CONSTRAINT "Outcome_index_check" CHECK ("index" BETWEEN 0 AND 49),
    ADD CONSTRAINT "Outcome_shares_check" CHECK ("shares" >= 0);
ALTER TABLE "Account"
    ADD CONSTRAINT "Account_kind_check" CHECK ("kind" IN ('member', 'question', 'house')),
    ADD CONSTRAINT "Account_owner_check" CHECK (("kind" = 'member') = ("memberId" IS NOT NULL) AND ("kind" = 'question') = ("questionId" IS NOT NULL) AND ("kind" = 'house') = ("houseOf" IS NOT NULL)),
    ADD CONSTRAINT "Account_balance_check" CHECK ("kind" = 'house' OR "balance" >= 0);
ALTER TABLE "Entry"
    ADD CONSTRAINT "Entry_amount_check" CHECK ("amount" <> 0),
    ADD CONSTRAINT "Entry_asset_check" CHECK ("asset" = 'points' OR "asset" LIKE 'share:%');
ALTER TABLE "Position"
    ADD CONSTRAINT "Position_shares_check" CHECK ("shares" >= 0);
ALTER TABLE "Trade"
    ADD CONSTRAINT "Trade_shares_check" CHECK ("shares" <> 0),
    ADD CONSTRAINT "Trade_prices_check" CHECK ("priceBefore" BETWEEN 0 AND 1 AND "priceAfter" BETWEEN 0 AND 1);
ALTER TABLE "LimitOrder"
    ADD CONSTRAINT "LimitOrder_price_check" CHECK ("price" > 0 AND "price" < 1),
    ADD CONSTRAINT "LimitOrder_points_check" CHECK ("points" > 0 AND "spent" BETWEEN 0 AND "points"),
    ADD CONSTRAINT "LimitOrder_state_check" CHECK ("state" IN ('resting', 'filled', 'cancelled', 'expired'));
ALTER TABLE "Resolution"
    ADD CONSTRAINT "Resolution_act_check" CHECK ("act" IN ('propose', 'resolve', 'annul', 'reopen')),
    ADD CONSTRAINT "Resolution_weights_check" CHECK (("act" IN ('propose', 'resolve')) = ("weights" IS NOT NULL));
ALTER TABLE "Score"
    ADD CONSTRAINT "Score_coverage_check" CHECK ("coverage" BETWEEN 0 AND 1),
    ADD CONSTRAINT "Score_subject_check" CHECK (("memberId" IS NULL) = ("subject" NOT LIKE 'member:%'));
ALTER TABLE "Total"
    ADD CONSTRAINT "Total_subject_check" CHECK (("memberId" IS NULL) = ("subject" NOT LIKE 'member:%'));

-- Append-only: history is added to, never rewritten. Practice questions go with all that hangs on them.
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "Posting_no_update" BEFORE UPDATE ON "Posting" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "Posting_no_delete" BEFORE DELETE ON "Posting" FOR EACH ROW WHEN (NOT OLD."practice") EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "Entry_no_update" BEFORE UPDATE ON "Entry" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE FUNCTION "Entry_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "Posting" p WHERE p."id" = OLD."postingId" AND p."practice") THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Entry is append-only' USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "Entry_no_delete" BEFORE DELETE ON "Entry" FOR EACH ROW EXECUTE FUNCTION "Entry_keep"();
CREATE TRIGGER "Trade_no_update" BEFORE UPDATE ON "Trade" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE FUNCTION "Trade_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice") THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Trade is append-only' USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "Trade_no_delete" BEFORE DELETE ON "Trade" FOR EACH ROW EXECUTE FUNCTION "Trade_keep"();
CREATE TRIGGER "Forecast_no_update" BEFORE UPDATE ON "Forecast" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE FUNCTION "Forecast_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice") OR EXISTS (SELECT 1 FROM "Member" m WHERE m."id" = OLD."memberId" AND m."practice") THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Forecast is append-only' USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "Forecast_no_delete" BEFORE DELETE ON "Forecast" FOR EACH ROW EXECUTE FUNCTION "Forecast_keep"();
CREATE TRIGGER "Resolution_no_update" BEFORE UPDATE ON "Resolution" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE FUNCTION "Resolution_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice") THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Resolution is append-only' USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "Resolution_no_delete" BEFORE DELETE ON "Resolution" FOR EACH ROW EXECUTE FUNCTION "Resolution_keep"();
CREATE TRIGGER "QuestionEdit_no_update" BEFORE UPDATE ON "QuestionEdit" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE FUNCTION "QuestionEdit_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM "Question" q WHERE q."id" = OLD."questionId" AND q."practice") THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'QuestionEdit is append-only' USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER "QuestionEdit_no_delete" BEFORE DELETE ON "QuestionEdit" FOR EACH ROW EXECUTE FUNCTION "QuestionEdit_keep"();
CREATE TRIGGER "Audit_no_update" BEFORE UPDATE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "Audit_no_delete" BEFORE DELETE ON "Audit" FOR EACH ROW EXECUTE FUNCTION "append_only"();
