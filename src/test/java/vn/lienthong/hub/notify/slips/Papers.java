package vn.lienthong.hub.notify.slips;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.catalog.agency.Agency;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.DueSource;
import vn.lienthong.hub.dossier.EventKind;
import vn.lienthong.hub.dossier.EventView;
import vn.lienthong.hub.dossier.TimeSource;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.infra.Mode;

/** A dossier whose papers are printed, and the press, without Spring and without a database. */
final class Papers {

    static final String CODE = "000.00.14.H52-260824-0002";
    static final String SUPPLEMENT =
            "Bản sao chứng thực văn bằng còn thiếu trang thứ hai.\nTờ khai chưa có chữ ký của người đề nghị.";
    static final String REFUSAL =
            "Hồ sơ không thuộc thẩm quyền tiếp nhận, giải quyết của cơ quan theo quy định tại quyết định công bố thủ tục.";

    private final DossierFacts facts;
    private final List<EventView> events = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Instant due = at("2026-09-10T09:15:00");

    private Papers(DossierFacts facts) {
        this.facts = facts;
    }

    static Papers of(DossierFacts facts) {
        return new Papers(facts);
    }

    /** Filed online by one person for another; both well known. */
    static Papers complete() {
        return new Papers(facts(
                party("TRẦN VĂN THỬ", "014090000001", "Tổ 5, phường Mẫu, tỉnh Mẫu"),
                party("NGUYỄN THỊ MẪU", "014190000002", "Số 1, đường Thử Nghiệm, xã Mẫu, tỉnh Mẫu")));
    }

    static DossierFacts facts(DossierFacts.@Nullable Party applicant, DossierFacts.@Nullable Party owner) {
        return new DossierFacts(
                null,
                List.of(),
                "1.004889",
                "000.00.14.H52",
                DossierFacts.Channel.ONLINE,
                "Đề nghị công nhận bằng tốt nghiệp trung học phổ thông do cơ sở giáo dục nước ngoài cấp",
                applicant,
                owner,
                at("2026-08-24T08:30:00"),
                at("2026-08-24T09:15:00"),
                at("2026-09-10T09:15:00"),
                null,
                null,
                null,
                DossierFacts.ReturnMethod.DESK,
                null,
                List.of(
                        new DossierFacts.Component("Tờ khai theo mẫu", null, 1, 0, null, null, List.of()),
                        new DossierFacts.Component(
                                "Bằng tốt nghiệp và bảng điểm kèm bản dịch", null, null, 1, null, null, List.of())),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    static DossierFacts.Party party(String name, String id, String address) {
        return new DossierFacts.Party(
                name, DossierFacts.SubjectType.CITIZEN, id, null, null, "0900000001", "thu@mau.example", address, null);
    }

    Papers in(DossierStatus status, String local, @Nullable String note) {
        int seq = events.size() + 1;
        events.add(new EventView(
                seq,
                UUID.nameUUIDFromBytes(CODE.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                seq,
                EventKind.STATUS,
                status,
                at(local),
                at(local),
                TimeSource.SOURCE,
                Verdict.VALID,
                Set.of(),
                "s",
                "Lò Thị Thử",
                "Chuyên viên",
                "Bộ phận tiếp nhận và trả kết quả",
                note,
                List.of(),
                UUID.randomUUID(),
                1,
                1,
                "c",
                at(local),
                List.of()));
        return this;
    }

    Papers without(@Nullable Instant dueDate) {
        due = dueDate;
        return this;
    }

    Papers entered(@Nullable String reason, @Nullable String newDue, @Nullable String fees) {
        OffsetDateTime date =
                newDue == null ? null : LocalDateTime.parse(newDue).atOffset(ZoneOffset.ofHours(7));
        entries.add(new Entry(
                entries.size() + 1, new Entry.Words(reason, date, fees), "operator", at("2026-09-09T08:00:00")));
        return this;
    }

    Sheet sheet(Form form) {
        DossierStatus status = events.isEmpty() ? null : events.getLast().status();
        Instant received =
                events.stream().anyMatch(event -> event.status() == DossierStatus.ACCEPTED) ? facts.receivedAt() : null;
        DossierView dossier = new DossierView(
                UUID.nameUUIDFromBytes(CODE.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                CODE,
                "s",
                "1.004889",
                1L,
                "son-la.home-affairs",
                status,
                1,
                1,
                events.size(),
                facts,
                received,
                due,
                due == null ? null : DueSource.DEPARTMENT,
                null,
                null,
                1,
                at("2026-08-24T08:30:00"),
                at("2026-08-24T08:30:00"));
        return new Sheet(form, dossier, events, entries, due, at("2026-11-22T10:00:00"));
    }

    /** A book of this many dossiers received in August 2026. */
    static Map<String, Object> registerBook(int size) {
        Papers papers = complete().in(DossierStatus.ACCEPTED, "2026-08-24T09:15:00", null);
        DossierView dossier = papers.sheet(Form.REGISTER).dossier();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int number = 1; number <= size; number++) {
            Map<String, Object> row = RegisterRow.of(dossier, papers.events);
            row.put("index", Integer.toString(number));
            rows.add(row);
        }
        return RegisterBook.fields(
                new Agency(
                        "son-la.home-affairs",
                        "000.00.14.H52",
                        "Sở Nội vụ tỉnh Sơn La",
                        "DEPARTMENT",
                        null,
                        false,
                        false),
                new Offices.Office("Ủy ban nhân dân tỉnh Sơn La", "Sở Nội vụ tỉnh Sơn La", "Sơn La", null, null),
                new RegisterBook.Period(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-31")),
                rows,
                at("2026-11-22T10:00:00"));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    /** All that prints. */
    record Press(Conditions conditions, SlipFields fields, SlipTemplates templates, PdfPress pdf) {

        static Press of(AppliedConfig config) {
            CatalogFixture catalog = CatalogFixture.of(config, "son-la");
            Offices offices = new Offices(catalog.agencies(), config, "son-la");
            MockEnvironment environment =
                    new MockEnvironment().withProperty("LIENTHONG_PUBLIC_URL", "https://hub.example/");
            var home = PlatformFixture.home(Mode.NODE, Path.of("target"), Path.of("config"));
            return new Press(
                    new Conditions(offices),
                    new SlipFields(catalog.procedures(), offices, new Links(environment, home)),
                    new SlipTemplates(config, "son-la"),
                    new PdfPress());
        }

        String page(Sheet sheet) {
            return templates.page(sheet.form().number(), fields.of(sheet));
        }

        String page(Form form, Map<String, Object> filled) {
            return templates.page(form.number(), filled);
        }
    }
}
