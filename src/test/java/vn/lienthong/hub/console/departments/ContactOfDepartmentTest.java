package vn.lienthong.hub.console.departments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.catalog.sender.Reply;
import vn.lienthong.hub.catalog.sender.Sender;

/** Whom operators ask, where the configuration says it. */
class ContactOfDepartmentTest {

    @Test
    void isToldWithAPhoneThatCanBeDialled() {
        Line.Contact contact =
                of("{\"contact\":{\"name\":\"Phòng CNTT\",\"phone\":\"0237 3851 234 (giờ hành chính)\"}}")
                        .contact();
        assertThat(contact)
                .isEqualTo(new Line.Contact("Phòng CNTT", "0237 3851 234 (giờ hành chính)", "02373851234", null));
    }

    @Test
    void isAbsentWhenNobodyIsNamed() {
        assertThat(of("{}").contact()).isNull();
        assertThat(of("{\"contact\":{\"phone\":\" \"}}").contact()).isNull();
    }

    private static Line of(String settings) {
        return Line.of(
                new Sender(
                        "land",
                        "Sở",
                        "H52",
                        "json",
                        Contract.EVENTS,
                        Reply.RECEIPT,
                        1,
                        Set.of("application/json"),
                        1,
                        JsonMapper.shared().readTree(settings)),
                List.of());
    }
}
