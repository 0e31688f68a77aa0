package vn.lienthong.hub.quality.lists;

import org.jspecify.annotations.Nullable;

/**
 * One dossier as another side has it. What the side does not give is null, and then not compared.
 *
 * @param receivedAt a local time, {@code 2026-08-24T09:15:00}, or only its day where the side tells no hour
 * @param agency a code or a name, as it stands there
 * @param files how many files of the dossier the side has
 */
public record ListRow(
        String code,
        @Nullable Integer status,
        @Nullable String receivedAt,
        @Nullable String dueAt,
        @Nullable String agency,
        @Nullable Integer files) {}
