package vn.lienthong.hub.quality.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dossier of the register as it is compared; the due date is the one that is told. */
record Ours(
        UUID id,
        String code,
        String sender,
        @Nullable Integer status,
        @Nullable Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable String agency,
        @Nullable String procedure,
        Instant changedAt) {}
