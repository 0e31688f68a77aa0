package vn.lienthong.hub.national.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.state.PaymentTransaction;

/** A payment as it stands: what the bank said, and whether the dossier followed. */
record Payment(
        String reference,
        UUID dossierId,
        String dossierCode,
        long amount,
        PaymentTransaction state,
        Instant startedAt,
        @Nullable String url,
        @Nullable String transaction,
        @Nullable String bank,
        @Nullable Instant paidAt,
        @Nullable Instant confirmedAt,
        int confirmations,
        @Nullable Instant settledAt,
        @Nullable String cause) {}
