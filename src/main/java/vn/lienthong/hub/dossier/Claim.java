package vn.lienthong.hub.dossier;

import java.util.UUID;

/** A ledger row taken under a lease: what the register has, and where the neighbour stands. */
public record Claim(UUID dossierId, int lastSeq, int detailsSeq, int attempts, Standing standing) {}
