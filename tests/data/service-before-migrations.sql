-- The tables of service.db as the service made them before it had migrations, with a row in each.

CREATE TABLE infosession_sessions (
	number INTEGER NOT NULL,
	bundle VARCHAR(255) NOT NULL,
	"key" VARCHAR(64) NOT NULL,
	title TEXT NOT NULL,
	employer TEXT NOT NULL,
	starts_at DATETIME NOT NULL,
	timed BOOLEAN NOT NULL,
	text TEXT NOT NULL,
	minutes INTEGER,
	place TEXT,
	mode VARCHAR(16),
	organiser VARCHAR(320),
	contact TEXT NOT NULL,
	status VARCHAR(16) NOT NULL,
	sequence INTEGER NOT NULL,
	PRIMARY KEY (number),
	CONSTRAINT uq_infosession UNIQUE (bundle, "key")
);
CREATE TABLE infosession_signups (
	number INTEGER NOT NULL,
	reference VARCHAR(16) NOT NULL,
	secret VARCHAR(64) NOT NULL,
	session INTEGER NOT NULL,
	name VARCHAR(200) NOT NULL,
	email VARCHAR(320) NOT NULL,
	conversation VARCHAR(64) NOT NULL,
	status VARCHAR(16) NOT NULL,
	revision INTEGER NOT NULL,
	signed_up_at DATETIME NOT NULL,
	changed_at DATETIME NOT NULL,
	PRIMARY KEY (number),
	CONSTRAINT uq_infosession_signup UNIQUE (session, email),
	UNIQUE (reference),
	FOREIGN KEY(session) REFERENCES infosession_sessions (number)
);
CREATE INDEX ix_infosession_signups_conversation ON infosession_signups (conversation);
CREATE TABLE infosession_messages (
	number INTEGER NOT NULL,
	message_id VARCHAR(128) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	session INTEGER NOT NULL,
	signup INTEGER,
	reference VARCHAR(16),
	due_at DATETIME NOT NULL,
	attempts INTEGER NOT NULL,
	claimed_until DATETIME,
	done_at DATETIME,
	result VARCHAR(16),
	PRIMARY KEY (number),
	UNIQUE (message_id),
	FOREIGN KEY(session) REFERENCES infosession_sessions (number),
	FOREIGN KEY(signup) REFERENCES infosession_signups (number) ON DELETE CASCADE
);
CREATE INDEX ix_infosession_messages_open ON infosession_messages (done_at, due_at);
CREATE TABLE callback_requests (
	number INTEGER NOT NULL,
	reference VARCHAR(16) NOT NULL,
	asked_at DATETIME NOT NULL,
	conversation VARCHAR(64) NOT NULL,
	vacancy VARCHAR(255),
	name VARCHAR(200) NOT NULL,
	reach VARCHAR(320) NOT NULL,
	question TEXT NOT NULL,
	PRIMARY KEY (number),
	UNIQUE (reference)
);
CREATE INDEX ix_callback_requests_conversation ON callback_requests (conversation);
CREATE TABLE unanswered_questions (
	number INTEGER NOT NULL,
	asked_on DATETIME NOT NULL,
	vacancy VARCHAR(255),
	intent VARCHAR(64) NOT NULL,
	question TEXT NOT NULL,
	PRIMARY KEY (number)
);
INSERT INTO infosession_sessions VALUES
  (1, 'boekhouder', '2099-12-01T19:00', 'Boekhouder', 'stad Doornwal', '2099-12-01 18:00:00.000000', 1, 'op 1 december', 90, 'stadhuis', 'onsite', 'o@example.be', '', 'planned', 0);
INSERT INTO infosession_signups VALUES
  (1, 'I-ABC234', 'geheim', 1, 'Lien Maes', 'lien@example.be', 'gesprek-1', 'confirmed', 0, '2026-01-22 10:00:00.000000', '2026-11-22 10:00:00.000000');
INSERT INTO infosession_messages VALUES
  (1, '<1@vacaturebot>', 'confirmed', 1, 1, NULL, '2026-01-22 10:00:00.000000', 0, NULL, NULL, NULL);
INSERT INTO callback_requests VALUES (1, 'C-ABC234', '2026-01-22 10:00:00.000000', 'gesprek-1', 'boekhouder', 'Jef', '+32470123456', 'Wie?');
INSERT INTO unanswered_questions VALUES (1, '2026-01-22 10:00:00.000000', 'boekhouder', 'ask_benefits', 'Is er parking?');
