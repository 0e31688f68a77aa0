package vn.lienthong.hub.quality.agreement;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.unit.DataSize;

/**
 * How reconciliation works.
 *
 * @param nightly when the nightly look-ups begin, in Vietnam; left out, there are none
 * @param sample how many dossiers the nightly run looks up
 * @param lookUpsPerSecond budget of questions to the portal
 * @param rowsPerSecond budget of rows read of all sides together, so that live traffic keeps the database
 * @param page rows of a side at once
 * @param inTransit a dossier that changed so long before the other side's list was made is not compared
 * @param lateAfter from when what waits in the ledger is late
 * @param longestList of an uploaded list
 * @param mostUnreadable how many of a thousand lines may be unreadable
 */
@ConfigurationProperties("lienthong.reconciliation")
public record ReconciliationSettings(
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable
        LocalTime nightly,

        @DefaultValue("500") int sample,
        @DefaultValue("5") int lookUpsPerSecond,
        @DefaultValue("40000") int rowsPerSecond,
        @DefaultValue("5000") int page,
        @DefaultValue("10m") Duration inTransit,
        @DefaultValue("1h") Duration lateAfter,
        @DefaultValue("512MB") DataSize longestList,
        @DefaultValue("10") int mostUnreadable) {}
