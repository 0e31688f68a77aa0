package vn.lienthong.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource({
        "personalId,038090000001,038******001",
        "personalId,123456789,*********",
        "phone,0900000001,090*****01",
        "phone,900,***",
        "name,TRẦN VĂN THỬ,T*** V** T**",
        "address,Số 1 đường Mẫu,***",
        "email,an.thu@example.org,a***@example.org",
        "email,not-an-address,***",
        "code,000.00.14.H52-260824-0002,000.00.14.H52-260824-0002",
        "value,processing,p********g",
        "value,42,**",
    })
    void showsOnlyEnoughToRecogniseIt(String kind, String plain, String masked) {
        String shown = switch (kind) {
            case "personalId" -> Masks.personalId(plain);
            case "phone" -> Masks.phone(plain);
            case "name" -> Masks.name(plain);
            case "address" -> Masks.address(plain);
            case "email" -> Masks.email(plain);
            case "code" -> Masks.code(plain);
            default -> Masks.value(plain);
        };
        assertThat(shown).isEqualTo(masked);
    }

    @org.junit.jupiter.api.Test
    void letsNoControlCharacterIntoALogLine() {
        assertThat(Masks.code("a\r\nINFO forged")).isEqualTo("a??INFO forged");
    }
}
