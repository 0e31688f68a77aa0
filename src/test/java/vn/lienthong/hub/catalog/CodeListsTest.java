package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 24);

    private final CatalogFixture project = CatalogFixture.ofProject();
    private final CodeLists codes = project.codeLists();

    @Test
    void bringsEveryWordAndEveryCodeBackAsItWas() {
        List<String> seen = new ArrayList<>();
        project.catalog()
                .now()
                .codeLists()
                .lists()
                .forEach((list, known) -> known.endpoints()
                        .forEach(endpoint -> endpoint.codes().forEach((word, code) -> {
                            seen.add(list + code);
                            assertThat(codes.code(list, endpoint.endpoint(), word, TODAY))
                                    .hasValue(code);
                            assertThat(codes.word(list, endpoint.endpoint(), code, TODAY))
                                    .hasValue(word);
                            assertThat(codes.crosswalk(list, endpoint.endpoint(), code, endpoint.endpoint(), TODAY))
                                    .hasValue(code);
                        })));
        assertThat(seen).hasSizeGreaterThan(30);
    }

    @ParameterizedTest(name = "{0}: {2} at {1} is {4} at {3}")
    @CsvSource({
        "LoaiDoiTuong,national-adapter,1,national-2026,0",
        "LoaiDoiTuong,national-adapter,2,national-2026,1",
        "LoaiDoiTuong,national-adapter,3,national-2026,",
        "LoaiDoiTuong,national-2026,2,national-adapter,",
        "LoaiDoiTuong,national-2026,0,national-adapter,1",
        "KenhThucHien,transport-ministry,0,national-adapter,1",
        "KenhThucHien,transport-ministry,1,national-adapter,2",
        "KenhThucHien,national-adapter,3,transport-ministry,",
        "KenhThucHien,national-adapter,9,transport-ministry,"
    })
    void turnsACodeIntoThatOfAnotherEndpointOrSaysThatThereIsNone(
            String list, String from, String code, String to, String expected) {
        assertThat(codes.crosswalk(list, from, code, to, TODAY).orElse(null)).isEqualTo(expected);
    }

    @Test
    void knowsNoListBeforeItsFirstDay() {
        assertThat(codes.code("LoaiDoiTuong", "national-2026", "CITIZEN", LocalDate.of(2026, 3, 25)))
                .isEmpty();
        assertThat(codes.code("LoaiDoiTuong", "nobody", "CITIZEN", TODAY)).isEmpty();
        assertThat(codes.code("NoList", "national-adapter", "CITIZEN", TODAY)).isEmpty();
    }
}
