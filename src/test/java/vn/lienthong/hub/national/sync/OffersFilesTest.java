package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.payload.HoSo;
import vn.lienthong.hub.national.payload.PayloadRules;
import vn.lienthong.hub.national.payload.Served;

/** Under which link the portal is offered each file. */
class OffersFilesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HELD = "a".repeat(64);
    private static final String FACTS = """
            {"components":[{"name":"Tờ khai","files":[
               {"name":"a.pdf","sha256":"%s","link":"http://10.0.0.7/a.pdf"},
               {"name":"b.pdf","link":"https://so.tinh.example/b.pdf"},
               {"name":"c.pdf","link":"http://192.168.1.2/c.pdf"}]}],
             "results":[{"name":"Quyết định","code":"KQ.1","files":[{"name":"d.pdf","sha256":"%s"}]}]}
            """;

    private final AtomicInteger made = new AtomicInteger();
    private final PayloadRules rules =
            new PayloadRules(Map.of(), Map.of(), Map.of(), (list, word) -> Optional.of(word));
    private final HoSo withLinks = new HoSo(
            () -> rules,
            new FileOffer((dossier, sha256) -> "https://hub.example/files/%d-%s-%d"
                    .formatted(dossier.getLeastSignificantBits(), sha256.charAt(0), made.incrementAndGet())));
    private final HoSo without = new HoSo(() -> rules, FileOffer.NONE);

    @Test
    void offersALinkOfOursForAFileWeHoldAndTheSendersForOthersThatOpenFromOutside() {
        OutwardDossier dossier = dossier(HELD);
        JsonNode sent = sent(withLinks, dossier);
        assertThat(sent.path("TaiLieuNop")
                        .valueStream()
                        .map(file -> file.path("DuongDanTaiTepTin").asString()))
                .containsExactly("https://hub.example/files/9-a-1", "https://so.tinh.example/b.pdf", "");
        assertThat(sent.path("DanhSachGiayToKetQua")
                        .get(0)
                        .path("DuongDanTepTinKetQua")
                        .asString())
                .isEqualTo("https://hub.example/files/9-b-2");
    }

    @Test
    void offersWhatSendersOfferedWhereTheHubHasNoPublicAddress() {
        JsonNode sent = sent(without, dossier(HELD));
        assertThat(sent.path("TaiLieuNop")
                        .valueStream()
                        .map(file -> file.path("DuongDanTaiTepTin").asString()))
                .containsExactly("", "https://so.tinh.example/b.pdf", "");
        assertThat(sent.path("DanhSachGiayToKetQua")
                        .get(0)
                        .path("DuongDanTepTinKetQua")
                        .asString())
                .isEmpty();
    }

    @Test
    void takesAFreshLinkForNoChangeOfTheDossierAndAnotherContentForOne() {
        Details one = details(withLinks, dossier(HELD));
        Details again = details(withLinks, dossier(HELD));
        assertThat(sent(withLinks, dossier(HELD))).isNotEqualTo(sent(withLinks, dossier(HELD)));
        assertThat(again.hash()).isEqualTo(one.hash());
        assertThat(details(withLinks, dossier("c".repeat(64))).hash()).isNotEqualTo(one.hash());
    }

    private static JsonNode sent(HoSo records, OutwardDossier dossier) {
        return JSON.readTree(details(records, dossier).bytes(record -> records.leaving(record, dossier)));
    }

    private static Details details(HoSo records, OutwardDossier dossier) {
        return Details.of(records.of(dossier, new Served(null, "Sở", null), DossierStatus.RESOLVED));
    }

    private static OutwardDossier dossier(String paper) {
        DossierFacts facts = JSON.readValue(FACTS.formatted(paper, "b".repeat(64)), DossierFacts.class);
        return new OutwardDossier(
                new UUID(0, 9), "H52.1", "finance", null, null, null, facts, Instant.EPOCH, null, null, List.of());
    }
}
