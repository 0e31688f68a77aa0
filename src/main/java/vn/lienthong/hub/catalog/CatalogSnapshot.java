package vn.lienthong.hub.catalog;

import java.util.SortedMap;
import vn.lienthong.hub.catalog.agency.AgencyTable;
import vn.lienthong.hub.catalog.calendar.CalendarFile;
import vn.lienthong.hub.catalog.calendar.WorkingTimes;
import vn.lienthong.hub.catalog.codes.CodeListFile;
import vn.lienthong.hub.catalog.procedure.ProcedureTable;
import vn.lienthong.hub.catalog.sender.Sender;

/** Everything the catalog knows under one version of the configuration; never changes. */
record CatalogSnapshot(
        long configVersion,
        AgencyTable agencies,
        ProcedureTable procedures,
        WorkingTimes workingTimes,
        CalendarFile calendar,
        CodeListFile codeLists,
        SortedMap<String, Sender> senders) {}
