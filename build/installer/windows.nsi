; The Windows installer around a bundle that was made on Windows:
;   makensis -NOCD -DVERSION=0.1.0 -DBUNDLE=out\dist\burden-desktop -DOUT=out\installer build\installer\windows.nsi
; For this user alone, so that no administrator is needed. Removing the program leaves every ledger where it is:
; the ledgers lie in %LOCALAPPDATA%\BurdenDesktop, the program in %LOCALAPPDATA%\Programs\BurdenDesktop.

Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "BurdenDesktop"
!define TITLE_ZH "基层减负监测台账"
!define TITLE_EN "Burden Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define /ifndef ICON "${__FILEDIR__}/burden-desktop.ico"

Name "$(TITLE)"
OutFile "${OUT}/burden-desktop-${VERSION}-windows-x64-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"  ; a new version goes where the old one is
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Burden Desktop"
VIAddVersionKey "FileDescription" "Burden Desktop setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\burden-desktop.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString TITLE ${LANG_SIMPCHINESE} "${TITLE_ZH}"
LangString TITLE ${LANG_ENGLISH} "${TITLE_EN}"
LangString IN_USE ${LANG_SIMPCHINESE} "程序正在运行。请先关闭基层减负监测台账，再点“重试”。"
LangString IN_USE ${LANG_ENGLISH} "The program is running. Please close Burden Desktop, then retry."
LangString OTHER_FILES ${LANG_SIMPCHINESE} "文件夹 $INSTDIR 里有别的文件。请选一个空文件夹，以免卸载时误删。"
LangString OTHER_FILES ${LANG_ENGLISH} "The folder $INSTDIR holds other files. Please choose an empty one, lest they be lost at removal."
LangString OLD_WINDOWS ${LANG_SIMPCHINESE} "需要64位 Windows 10 或更新版本。"
LangString OLD_WINDOWS ${LANG_ENGLISH} "This needs 64-bit Windows 10 or newer."

!define OURS "$INSTDIR\installed-by-burden-desktop"  ; by which setup knows its own folder again, also after an interruption

; $0: "" when FILE is not held by a running program.
!macro HELD FILE
  StrCpy $0 ""
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $1 "${FILE}" a
    ${If} ${Errors}
      StrCpy $0 "held"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend

; Windows keeps a running program's file from being written, and a folder of which a file is in use from being renamed:
; both are asked before anything goes.
!macro SET_THE_OLD_ASIDE
  !define PLACE ${__COUNTER__}
  again_${PLACE}:
  !insertmacro HELD "$INSTDIR\burden-desktop.exe"
  StrCmp $0 "" 0 in_use_${PLACE}
  !insertmacro HELD "$INSTDIR\burden.exe"
  StrCmp $0 "" 0 in_use_${PLACE}
  RMDir /r "$INSTDIR\_internal.old"
  IfFileExists "$INSTDIR\_internal\*.*" 0 done_${PLACE}
  ClearErrors
  Rename "$INSTDIR\_internal" "$INSTDIR\_internal.old"
  IfErrors 0 renamed_${PLACE}
  in_use_${PLACE}:
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY again_${PLACE}
  SetErrorLevel 3
  Quit
  renamed_${PLACE}:
  RMDir /r "$INSTDIR\_internal.old"
  done_${PLACE}:
  !undef PLACE
!macroend

; Both languages: the one of the day of installing need not be that of the day of removing.
!macro REMOVE_SHORTCUTS
  Delete "$SMPROGRAMS\${TITLE_ZH}.lnk"
  Delete "$DESKTOP\${TITLE_ZH}.lnk"
  Delete "$SMPROGRAMS\${TITLE_EN}.lnk"
  Delete "$DESKTOP\${TITLE_EN}.lnk"
!macroend

; $0: "" when the folder is missing or empty.
Function AnyFileThere
  FindFirst $1 $0 "$INSTDIR\*.*"
  ${DoWhile} $0 != ""
    ${If} $0 != "."
    ${AndIf} $0 != ".."
      ${Break}
    ${EndIf}
    FindNext $1 $0
  ${Loop}
  FindClose $1
FunctionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  ${IfNot} ${FileExists} "${OURS}"
    Call AnyFileThere
    ${If} $0 != ""
      MessageBox MB_OK|MB_ICONSTOP "$(OTHER_FILES)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
  SetOutPath "$INSTDIR"
  FileOpen $0 "${OURS}" w
  FileWrite $0 "Burden Desktop ${VERSION}"
  FileClose $0
  WriteUninstaller "$INSTDIR\uninstall.exe"  ; first, so that what was interrupted can be repeated or removed
  !insertmacro SET_THE_OLD_ASIDE  ; files that the new version lacks would stay
  File /r "${BUNDLE}/*"
  !insertmacro REMOVE_SHORTCUTS
  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\burden-desktop.exe"
  CreateShortcut "$DESKTOP\$(TITLE).lnk" "$INSTDIR\burden-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(TITLE)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\burden-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro SET_THE_OLD_ASIDE
  Delete "$INSTDIR\burden-desktop.exe"
  Delete "$INSTDIR\burden.exe"
  Delete "$INSTDIR\uninstall.exe"
  Delete "${OURS}"
  RMDir "$INSTDIR"
  !insertmacro REMOVE_SHORTCUTS
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
