package vn.lienthong.hub.notify.slips;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Agencies;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The register book (sổ theo dõi hồ sơ, form 07): what one agency received in a period. Blocks. */
@Component
class RegisterBook {

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_DAYS = 366;

    private final Dossiers dossiers;
    private final Agencies agencies;
    private final Offices offices;
    private final SlipDesk desk;
    private final Audit audit;
    private final Clock clock;

    RegisterBook(Dossiers dossiers, Agencies agencies, Offices offices, SlipDesk desk, Audit audit, Clock clock) {
        this.dossiers = dossiers;
        this.agencies = agencies;
        this.offices = offices;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /** From the first day to the last, both included. */
    record Period(LocalDate from, LocalDate to) {

        Instant begins() {
            return from.atStartOfDay(VietnamTime.ZONE).toInstant();
        }

        Instant ends() {
            return to.plusDays(1).atStartOfDay(VietnamTime.ZONE).toInstant();
        }
    }

    Printed issue(String codeOrName, Period period, Format format, Actor by) {
        check(period);
        Agency agency = agency(codeOrName, period.to());
        List<DossierView> received = dossiers.received(agency.id(), period.begins(), period.ends(), MOST_ROWS + 1);
        if (received.size() > MOST_ROWS) {
            throw refused(Reason.of(Rules.SLIP_REGISTER_TOO_LONG).with("most", Integer.toString(MOST_ROWS)));
        }
        audit.record(
                by,
                "slip.print",
                agency.id(),
                Map.of("form", "07", "from", period.from(), "to", period.to(), "rows", received.size()));
        Instant now = clock.instant();
        Offices.Office office = offices.of(agency.id(), Words.dayOf(now));
        return desk.print(Form.REGISTER, format, fields(agency, office, period, rows(received), now));
    }

    static Map<String, Object> fields(
            Agency agency, Offices.Office office, Period period, List<Map<String, Object>> rows, Instant now) {
        Map<String, Object> fields = new HashMap<>();
        SlipFields.letterhead(fields, office, now);
        fields.put("tenPhieu", Form.REGISTER.title());
        fields.put("maHoSo", Words.clean(agency.name()));
        fields.put("khoNgang", true);
        fields.put("tenDonVi", Words.clean(agency.name()));
        fields.put("tuNgay", Words.day(period.from()));
        fields.put("denNgay", Words.day(period.to()));
        fields.put("hoSos", rows);
        fields.put("tongSo", Integer.toString(rows.size()));
        fields.put("thoiDiem", Words.moment(now));
        return fields;
    }

    private List<Map<String, Object>> rows(List<DossierView> received) {
        Map<UUID, List<EventView>> histories =
                dossiers.events(received.stream().map(DossierView::id).toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DossierView dossier : received) {
            Map<String, Object> row = RegisterRow.of(dossier, histories.getOrDefault(dossier.id(), List.of()));
            row.put("index", Integer.toString(rows.size() + 1));
            rows.add(row);
        }
        return rows;
    }

    private void check(Period period) {
        LocalDate today = Words.dayOf(clock.instant());
        if (period.to().isBefore(period.from())
                || period.to().isAfter(today)
                || period.from().plusDays(MOST_DAYS).isBefore(period.to().plusDays(1))) {
            throw refused(Reason.of(Rules.SLIP_BAD_PERIOD).with("most", Integer.toString(MOST_DAYS)));
        }
    }

    /** By its code or name of the last day; one that has ended by then is asked for by a day it existed. */
    private Agency agency(String codeOrName, LocalDate day) {
        Resolution found = agencies.resolve(codeOrName.strip(), null, day);
        if (found instanceof Resolution.Found one) {
            return one.agency();
        }
        throw new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-agency",
                "Không có cơ quan nào mang mã hoặc tên này vào ngày " + Words.day(day));
    }

    private static ProblemException refused(Reason reason) {
        return new ProblemException(
                HttpStatus.CONFLICT, "slip-not-ready", "Chưa lập được sổ theo dõi hồ sơ", List.of(reason));
    }
}
