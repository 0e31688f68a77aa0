package vn.lienthong.hub.national.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.calendar.TimeLimit;
import vn.lienthong.hub.catalog.procedure.Channel;
import vn.lienthong.hub.catalog.procedure.NationalProcedures.Published;
import vn.lienthong.hub.catalog.procedure.ProcedureTerms;

class ThuTucTest {

    @Test
    void readsAProcedureOfTheStandIn() throws java.io.IOException {
        JsonNode told = JsonMapper.shared()
                .readTree(Files.readString(Path.of("mocks/national/__files/procedures.json")))
                .path(0);

        Published one = ThuTuc.read(told);

        assertThat(one.code()).isEqualTo("1.004889");
        assertThat(one.domainCode()).isEqualTo("G03-GD10");
        assertThat(one.limits()).containsOnlyKeys(Channel.ONLINE).containsValue(TimeLimit.workingDays(13));
    }

    @Test
    void leavesOutAUnitOrChannelItDoesNotKnow() {
        Published one = ThuTuc.read(JsonMapper.shared().readTree("""
                {"MATTHC":"1.000001","TENTTHC":"Thủ tục thử","LINHVUCTHUCHIEN":[],
                 "CACHTHUCTHUCHIEN":[{"KENH":"1","THOIGIAN":[{"THOIGIANGIAIQUYET":"07","DONVITINH":"Ngày"}]},
                   {"KENH":"2","THOIGIAN":[{"THOIGIANGIAIQUYET":"2","DONVITINH":"Quý"}]},
                   {"KENH":"9","THOIGIAN":[{"THOIGIANGIAIQUYET":"2","DONVITINH":"Ngày"}]}],
                 "THANHPHANHOSO":[{"TRUONGHOP":"","GIAYTO":[
                   {"MAGIAYTO":"G1","TENGIAYTO":"Đơn","SOBANCHINH":"1","SOBANSAO":"2","Url":"https://example.org/don"}]}],
                 "KETQUATHUCHIEN":[{"MAKETQUA":"KQ.G15.000031","TENKETQUA":"Giấy"}]}
                """));

        assertThat(one.domainCode()).isNull();
        assertThat(one.limits())
                .containsExactly(java.util.Map.entry(Channel.COUNTER, new TimeLimit(7, TimeLimit.Unit.DAYS)));
        assertThat(one.components())
                .containsExactly(new ProcedureTerms.Component(
                        "G1", "Đơn", 1, 2, "https://example.org/don", ProcedureTerms.Digitisation.NONE));
        assertThat(one.results()).extracting(ProcedureTerms.ResultPaper::code).containsExactly("KQ.G15.000031");
    }
}
