package vn.lienthong.hub.catalog;

import java.util.SortedMap;

/** Everything the catalog knows under one version of the configuration; never changes. */
record CatalogSnapshot(
        long configVersion,
        AgencyTable agencies,
        ProcedureTable procedures,
        WorkingTimes workingTimes,
        CalendarFile calendar,
        CodeListFile codeLists,
        SortedMap<String, Sender> senders) {}
