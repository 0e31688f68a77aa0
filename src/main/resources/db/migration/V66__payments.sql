-- Payments over the national payment platform. What the bank says and what the dossier knows are two things: settled_at
-- says when the second followed the first.

create table hub.payments (
  reference     text        primary key,          -- MaThamChieu, ours, kept before anything is sent
  dossier_id    uuid        not null references hub.dossiers,
  dossier_code  text        not null,             -- MaHoSo as it was sent
  amount        bigint      not null check (amount > 0),
  state         text        not null check (state in ('STARTED', 'SUCCEEDED', 'FAILED')),
  started_at    timestamptz not null,
  url           text,                             -- where the applicant pays
  transaction   text,                             -- MaGiaoDich
  bank          text,
  paid_at       timestamptz,                      -- as the platform says
  confirmed_at  timestamptz,                      -- when the first confirmation came
  confirmations int         not null default 0,
  settled_at    timestamptz,
  asked_at      timestamptz,
  cause         text
);
create index payments_of_dossier on hub.payments (dossier_id);
create index payments_open on hub.payments (started_at) where state = 'STARTED' or settled_at is null;

-- What does not fit: forged, another amount, an unknown reference, success after failure. One row each, with a count.
create table hub.payment_findings (
  reference text        not null,
  kind      text        not null,
  detail    text        not null,
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  times     int         not null default 1,
  primary key (reference, kind, detail)
);
create index payment_findings_last on hub.payment_findings (last_at);
