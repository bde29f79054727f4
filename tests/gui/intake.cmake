# Sheets and command line.
if(TARGET sz_test_support AND TARGET sz_widgets_intake AND TARGET sz_widgets_orders)
    foreach(name tst_CommandParser tst_CommandLine tst_IntakeGuesses tst_IntakeSheet tst_OrderSheet)
        sz_test(NAME ${name} SOURCES ${name}.cpp LINK sz::test_support sz::widgets_intake sz::widgets_orders)
    endforeach()
endif()
if(TARGET sz_test_support AND TARGET sz_widgets_shell)
    sz_test(NAME tst_Corrections SOURCES tst_Corrections.cpp LINK sz::test_support sz::widgets_shell)
endif()
