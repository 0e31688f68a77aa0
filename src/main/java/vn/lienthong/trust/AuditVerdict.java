package vn.lienthong.trust;

import org.jspecify.annotations.Nullable;

/** How many entries were walked, and the first whose hash or link is not what it must be. */
public record AuditVerdict(long entries, @Nullable Long firstBroken) {

    public boolean intact() {
        return firstBroken == null;
    }
}
