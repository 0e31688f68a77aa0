package vn.lienthong.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SMS gateway of {@code mocks/sms} answers in the same process as the portal. */
class SmsGatewayTest {

    @RegisterExtension
    static final RunningStandIn standIn = new RunningStandIn();

    @ParameterizedTest
    @CsvSource({"0900000001, 0", "0900000098, 500", "0900000099, 101"})
    void answersByTheEndOfTheNumber(String number, String code) {
        var answer = new Caller(standIn.url()).post("/sms/send", "{\"to\":\"" + number + "\",\"text\":\"x\"}");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
